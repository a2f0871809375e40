using Lectures.Indexing;
using Lectures.Searching;

namespace Bot.Bench.Training;

/// <summary>
/// Fits <see cref="SoundOdds"/>: how likely each sound is written for each other, left out or put in, by expectation maximisation over all alignments of pairs
/// (Ristad and Yianilos 1998), and that held against how often sounds meet by chance.
/// </summary>
internal static class SoundOddsTrainer
{
    private static readonly int Sounds = Sound.Symbols.Length;

    /// <summary>To begin with: half of all sounds are written as they are, a tenth are left out and a tenth put in.</summary>
    private const double Kept = 0.5;
    private const double Changed = 0.2;
    private const double Alone = 0.1;

    /// <summary>So that nothing is impossible.</summary>
    private const double Least = 1e-3;

    /// <param name="pairs">Two ways in which the same was heard.</param>
    public static SoundOdds Train(IReadOnlyList<(byte[] One, byte[] Other)> pairs, int rounds)
    {
        var shares = new double[Sounds + 1, Sounds + 1];
        for (var a = 0; a < Sounds; a++)
        {
            (shares[a, Sounds], shares[Sounds, a]) = (Alone / Sounds, Alone / Sounds);
            for (var b = 0; b < Sounds; b++)
            {
                shares[a, b] = a == b ? Kept / Sounds : Changed / (Sounds * Sounds);
            }
        }

        for (var round = 0; round < rounds; round++)
        {
            var counts = new double[Sounds + 1, Sounds + 1];
            var fit = pairs.Sum(pair => Count(pair.One, pair.Other, shares, counts));
            Console.WriteLine(FormattableString.Invariant($"round {round + 1}: {fit / pairs.Count:0.000} a pair"));
            var sum = counts.Cast<double>().Sum(static count => count + Least);
            for (var i = 0; i < counts.Length; i++)
            {
                shares[i / (Sounds + 1), i % (Sounds + 1)] = (counts[i / (Sounds + 1), i % (Sounds + 1)] + Least) / sum;
            }

            shares[Sounds, Sounds] = 0;
        }

        return OddsOf(shares);
    }

    /// <summary>Either of two may be what was said, so both directions count alike.</summary>
    private static SoundOdds OddsOf(double[,] shares)
    {
        double Both(int a, int b) => (shares[a, b] + shares[b, a]) / 2;
        var frequency = Enumerable.Range(0, Sounds).Select(a => Enumerable.Range(0, Sounds + 1).Sum(b => Both(a, b))).ToArray();
        var all = frequency.Sum();
        sbyte Odds(double share, double chance) => (sbyte)Math.Round(SoundOdds.Scale * Math.Log(share / chance));
        return new SoundOdds(
            [.. Enumerable.Range(0, Sounds).Select(a => Enumerable.Range(0, Sounds).Select(b => Odds(Both(a, b), frequency[a] / all * (frequency[b] / all))).ToArray())],
            [.. Enumerable.Range(0, Sounds).Select(a => Odds(Both(a, Sounds), frequency[a] / all))]);
    }

    /// <summary>Adds how often each change is expected in a pair, over all its alignments.</summary>
    /// <returns>The logarithm of how probable the pair is.</returns>
    private static double Count(byte[] one, byte[] other, double[,] shares, double[,] counts)
    {
        var (to, from) = (new double[one.Length + 1, other.Length + 1], new double[one.Length + 1, other.Length + 1]);
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                to[i, j] = i + j == 0 ? 1 : Before(to, shares, one, other, i, j);
            }
        }

        var probability = to[one.Length, other.Length];
        from[one.Length, other.Length] = 1 / probability;
        for (var i = one.Length; i >= 0; i--)
        {
            for (var j = other.Length; j >= 0; j--)
            {
                Step(i > 0 && j > 0, 1, 1);
                Step(i > 0, 1, 0);
                Step(j > 0, 0, 1);

                void Step(bool isPossible, int ofOne, int ofOther)
                {
                    if (isPossible)
                    {
                        var (a, b) = (ofOne > 0 ? one[i - 1] : Sounds, ofOther > 0 ? other[j - 1] : Sounds);
                        from[i - ofOne, j - ofOther] += from[i, j] * shares[a, b];
                        counts[a, b] += to[i - ofOne, j - ofOther] * shares[a, b] * from[i, j];
                    }
                }
            }
        }

        return Math.Log(probability);
    }

    private static double Before(double[,] to, double[,] shares, byte[] one, byte[] other, int i, int j) =>
        (i > 0 ? to[i - 1, j] * shares[one[i - 1], Sounds] : 0)
        + (j > 0 ? to[i, j - 1] * shares[Sounds, other[j - 1]] : 0)
        + (i > 0 && j > 0 ? to[i - 1, j - 1] * shares[one[i - 1], other[j - 1]] : 0);
}
