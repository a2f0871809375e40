using Lectures.Indexing;

namespace Lectures.Searching;

/// <summary>How a run of words (a sentence, a heading) meets a question.</summary>
internal sealed class WordProfile
{
    private const int Near = 6;

    private WordProfile(int terms) => Strengths = new float[terms];

    /// <summary>The share of the question's weight in the run.</summary>
    public float Coverage { get; private set; }

    /// <summary>For each term of the question, how well the best word of the run stands for it, 0 to 1.</summary>
    public float[] Strengths { get; }

    public int Words { get; private set; }

    public float Proximity { get; private set; }

    public float Pairs { get; private set; }

    /// <summary>Numbers, dates and names that the question does not have itself.</summary>
    public WordMarks NewMarks { get; private set; }

    public bool IsQuestion { get; private init; }

    public static WordProfile Of(PassageTerms.HashList words, QuestionTerms terms, bool isQuestion = false, Span<float> frequencies = default)
    {
        var profile = new WordProfile(terms.Count) { Words = words.Count, IsQuestion = isQuestion };
        var weights = terms.Weights;
        var (lastTerm, lastAt) = (-1, 0);
        for (var at = 0; at < words.Count; at++)
        {
            var (term, strength) = terms.Match(words.Hash(at));
            if (term < 0)
            {
                profile.NewMarks |= words.Marks(at);
                continue;
            }

            profile.Strengths[term] = Math.Max(profile.Strengths[term], strength);
            if (!frequencies.IsEmpty)
            {
                frequencies[term] += strength;
            }

            if (lastTerm >= 0 && lastTerm != term)
            {
                var distance = at - lastAt;
                var lighter = Math.Min(weights[lastTerm], weights[term]);
                profile.Proximity += distance <= Near ? lighter / distance : 0;
                profile.Pairs += distance <= 2 && term == lastTerm + 1 ? lighter : 0;
            }

            (lastTerm, lastAt) = (term, at);
        }

        for (var i = 0; i < weights.Length; i++)
        {
            profile.Coverage += weights[i] * profile.Strengths[i];
        }

        return profile;
    }

    public float ExactCoverage(ReadOnlySpan<float> weights)
    {
        var sum = 0f;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += Strengths[i] >= 1 ? weights[i] : 0;
        }

        return sum;
    }

    /// <summary>The share that this run adds to what others hold.</summary>
    public float Beyond(ReadOnlySpan<float> others, ReadOnlySpan<float> weights)
    {
        var sum = 0f;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * Math.Max(0, Strengths[i] - others[i]);
        }

        return sum;
    }
}
