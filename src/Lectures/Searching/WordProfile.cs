using System.Runtime.CompilerServices;
using Lectures.Indexing;

namespace Lectures.Searching;

/// <summary>How a run of words (a sentence, a heading) meets a question.</summary>
/// <param name="Held">Term by term.</param>
/// <param name="Strong">The share of the question's weight in the run.</param>
/// <param name="Exact">The share that is there as asked.</param>
/// <param name="Soft">The share when words count that only stand for others.</param>
/// <param name="Related">The share that words of nearly the same meaning would add.</param>
/// <param name="Similar">The share that words would add to those which are linked to the same words as they.</param>
/// <param name="Gathered">The share when all words that stand for a term count for it together.</param>
/// <param name="Alike">The share that words which look or sound alike would add.</param>
/// <param name="Heard">How it sounds; nothing until <see cref="Hearing.Listen"/>.</param>
/// <param name="Proximity">How near to each other words of different terms stand.</param>
/// <param name="Pairs">The weight of words that follow each other as in the question.</param>
/// <param name="TakesUp">Whether it opens with a word for what was named before it: "It was …".</param>
/// <param name="NewMarks">Numbers, dates and names that the question does not have itself.</param>
internal readonly record struct WordProfile(
    Coverage Held, int Words, float Strong, float Exact, float Soft, float Related, float Similar, float Gathered, float Alike, Hearing Heard, float Proximity, float Pairs, WordMarks NewMarks, bool IsQuestion, bool TakesUp)
{
    private const int Near = 6;

    /// <summary>One word leaves a little of its term open, so that a second one adds to it.</summary>
    private const float MostOfOne = 0.95f;

    /// <summary>The share of the question's weight, the less the longer the run.</summary>
    public float Density => Strong / (0.6f + 0.4f * Words / 20);

    private static readonly HashSet<int> Pronouns = "he she it they his her its their him them this that these those there".Split(' ').Select(TextAnalysis.Hash).ToHashSet();

    /// <param name="frequencies">Is added to: how often each term is there; behind that, how often any word that stands for it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static WordProfile Of(PassageTerms.HashList words, QuestionTerms terms, CoverageBuffer buffer, bool isQuestion, Span<float> frequencies)
    {
        var held = buffer.Take();
        var strong = held.Strong;
        var soft = held.Soft;
        var weights = terms.Weights;
        Span<float> alike = stackalloc float[weights.Length];
        alike.Clear();
        Span<float> related = stackalloc float[weights.Length];
        related.Clear();
        Span<float> similar = stackalloc float[weights.Length];
        similar.Clear();
        var gathered = held.Gathered;
        var (lastTerm, lastAt, proximity, pairs, newMarks) = (-1, 0, 0f, 0f, WordMarks.None);
        for (var at = 0; at < words.Count; at++)
        {
            var isAsked = false;
            for (var next = terms.First(words.Hash(at)); next >= 0;)
            {
                var match = terms[next];
                next = match.Next;
                if (!match.StandsAt(words, at))
                {
                    continue;
                }

                if (match.Kind != MatchKind.Alike)
                {
                    gathered[match.Term] += (1 - gathered[match.Term]) * MostOfOne * match.Strength;
                    frequencies[weights.Length + match.Term] += match.Strength;
                }

                switch (match.Kind)
                {
                    case MatchKind.Same:
                        isAsked = true;
                        strong[match.Term] = Math.Max(strong[match.Term], match.Strength);
                        frequencies[match.Term] += match.Strength;
                        if (lastTerm >= 0 && lastTerm != match.Term)
                        {
                            var distance = Math.Max(1, at - lastAt);
                            var lighter = Math.Min(weights[lastTerm], weights[match.Term]);
                            proximity += distance <= Near ? lighter / distance : 0;
                            pairs += distance <= 2 && match.Term == lastTerm + 1 ? lighter : 0;
                        }

                        (lastTerm, lastAt) = (match.Term, at);
                        break;
                    case MatchKind.Related:
                        soft[match.Term] = Math.Max(soft[match.Term], match.Strength);
                        related[match.Term] = Math.Max(related[match.Term], match.Strength);
                        break;
                    case MatchKind.Along:
                        soft[match.Term] = Math.Max(soft[match.Term], match.Strength);
                        break;
                    case MatchKind.Similar:
                        similar[match.Term] = Math.Max(similar[match.Term], match.Strength);
                        break;
                    case MatchKind.Alike:
                        alike[match.Term] = Math.Max(alike[match.Term], match.Strength);
                        break;
                    default:
                        throw new System.Diagnostics.UnreachableException();
                }
            }

            newMarks |= isAsked ? WordMarks.None : words.Marks(at);
        }

        var (similarBeyond, alikeBeyond) = (0f, 0f);
        for (var t = 0; t < weights.Length; t++)
        {
            soft[t] = Math.Max(soft[t], strong[t]);
            similarBeyond += weights[t] * Math.Max(0, similar[t] - soft[t]);
            soft[t] = Math.Max(soft[t], similar[t]);
            alikeBeyond += weights[t] * Math.Max(0, alike[t] - soft[t]);
        }

        return new WordProfile(
            held, words.Count, Coverage.Sum(strong, weights), Coverage.ExactSum(strong, weights), Coverage.Sum(soft, weights),
            Coverage.Beyond(related, strong, weights), similarBeyond, Coverage.Sum(gathered, weights), alikeBeyond, default, proximity, pairs, newMarks, isQuestion,
            words.Count > 0 && Pronouns.Contains(words.Hash(0)));
    }
}
