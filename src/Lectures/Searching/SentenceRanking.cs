using Lectures.Indexing;

namespace Lectures.Searching;

/// <summary>Scores the sentences of a passage by the question's terms they hold, near each other, themselves or in the sentences beside them.</summary>
internal static class SentenceRanking
{
    /// <summary>What a term in the sentence before or after counts.</summary>
    private const double Beside = 0.3;

    /// <summary>What two different terms close together add, of the lighter one's weight.</summary>
    private const double Close = 0.25;

    private const int Window = 5;

    public static (double Coverage, IReadOnlyList<SentenceScore> Sentences) Score(PassageTerms terms, TermWeights weights)
    {
        var count = terms.SentenceCount;
        var held = new ulong[count];
        var proximity = new double[count];
        var all = 0ul;
        for (var i = 0; i < count; i++)
        {
            (held[i], proximity[i]) = Look(terms.Sentence(i), weights);
            all |= held[i];
        }

        var scores = new SentenceScore[count];
        for (var i = 0; i < count; i++)
        {
            var own = Weight(held[i], weights);
            var beside = ((i > 0 ? held[i - 1] : 0) | (i + 1 < count ? held[i + 1] : 0)) & ~held[i];
            scores[i] = new SentenceScore((own + proximity[i] + Beside * Weight(beside, weights)) / weights.Sum, own / weights.Sum);
        }

        return (Weight(all, weights) / weights.Sum, scores);
    }

    /// <summary>Which terms a sentence holds, as bits, and what their closeness is worth.</summary>
    private static (ulong Held, double Proximity) Look(PassageTerms.HashList words, TermWeights weights)
    {
        var (held, proximity) = (0ul, 0.0);
        var (lastTerm, lastAt) = (-1, -Window);
        for (var at = 0; at < words.Count; at++)
        {
            var term = weights.IndexOf(words[at]);
            if (term < 0)
            {
                continue;
            }

            held |= 1ul << term;
            if (lastTerm >= 0 && lastTerm != term && at - lastAt <= Window)
            {
                proximity += Close * Math.Min(weights[lastTerm], weights[term]) / (at - lastAt);
            }

            (lastTerm, lastAt) = (term, at);
        }

        return (held, proximity);
    }

    private static double Weight(ulong terms, TermWeights weights)
    {
        var sum = 0.0;
        for (; terms != 0; terms &= terms - 1)
        {
            sum += weights[System.Numerics.BitOperations.TrailingZeroCount(terms)];
        }

        return sum;
    }
}
