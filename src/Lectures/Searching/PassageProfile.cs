using Lectures.Indexing;

namespace Lectures.Searching;

/// <summary>How a passage meets a question: its sentences, the headings above it, and all together.</summary>
internal sealed class PassageProfile
{
    /// <summary>BM25 over the words that stand for the terms; k1 and b as in the index.</summary>
    private const float K1 = 0.9f;
    private const float B = 0.4f;
    private const float UsualWords = 110;

    private PassageProfile(WordProfile section, WordProfile title, WordProfile[] sentences, float[] strengths, float bm25)
    {
        Section = section;
        Title = title;
        Sentences = sentences;
        Strengths = strengths;
        Bm25 = bm25;
    }

    public WordProfile Section { get; }

    public WordProfile Title { get; }

    public IReadOnlyList<WordProfile> Sentences { get; }

    /// <summary>The best of any sentence for each term.</summary>
    public float[] Strengths { get; }

    public float Bm25 { get; }

    public static PassageProfile Of(PassageTerms words, QuestionTerms terms)
    {
        var sentences = new WordProfile[words.SentenceCount];
        var strengths = new float[terms.Count];
        Span<float> frequencies = stackalloc float[terms.Count];
        var length = 0;
        for (var i = 0; i < sentences.Length; i++)
        {
            sentences[i] = WordProfile.Of(words.Sentence(i), terms, words.IsQuestion(i), frequencies);
            length += sentences[i].Words;
            for (var t = 0; t < strengths.Length; t++)
            {
                strengths[t] = Math.Max(strengths[t], sentences[i].Strengths[t]);
            }
        }

        var bm25 = 0f;
        for (var t = 0; t < strengths.Length; t++)
        {
            bm25 += terms.Weights[t] * frequencies[t] / (frequencies[t] + K1 * (1 - B + B * length / UsualWords));
        }

        return new PassageProfile(WordProfile.Of(words.Section, terms), WordProfile.Of(words.Title, terms), sentences, strengths, bm25);
    }

    /// <summary>The best of any sentence for each term, where nothing else of the passage is wanted.</summary>
    public static float[] StrengthsOf(PassageTerms words, QuestionTerms terms)
    {
        var strengths = new float[terms.Count];
        for (var i = 0; i < words.SentenceCount; i++)
        {
            var sentence = words.Sentence(i);
            for (var at = 0; at < sentence.Count; at++)
            {
                var (term, strength) = terms.Match(sentence.Hash(at));
                if (term >= 0)
                {
                    strengths[term] = Math.Max(strengths[term], strength);
                }
            }
        }

        return strengths;
    }

    public float Coverage(ReadOnlySpan<float> weights)
    {
        var sum = 0f;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * Strengths[i];
        }

        return sum;
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
}
