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

    /// <summary>What a term in the heading that the sentence stands under counts; in the lecture's title a little less.</summary>
    private const double UnderHeading = 0.8;

    private const double UnderTitle = 0.4;

    /// <returns>The share of the question's weight that the passage holds, headings included at their worth; and each sentence's scores.</returns>
    public static (double Coverage, IReadOnlyList<SentenceScore> Sentences) Score(PassageTerms terms, TermWeights weights)
    {
        var count = terms.SentenceCount;
        var held = new ulong[count];
        var proximity = new double[count];
        var all = 0ul;
        var section = Look(terms.Section, weights).Held;
        var title = Look(terms.Title, weights).Held & ~section;
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
            var around = Beside * Weight(beside & ~section, weights) + Above(held[i], section, title, weights);
            scores[i] = new SentenceScore((own + proximity[i] + around) / weights.Sum, (own + Above(held[i], section, title, weights)) / weights.Sum);
        }

        return ((Weight(all, weights) + Above(all, section, title, weights)) / weights.Sum, scores);
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

    private static double Above(ulong held, ulong section, ulong title, TermWeights weights) =>
        UnderHeading * Weight(section & ~held, weights) + UnderTitle * Weight(title & ~held, weights);

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
