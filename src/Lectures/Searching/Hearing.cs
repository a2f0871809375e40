using System.Runtime.CompilerServices;

namespace Lectures.Searching;

/// <summary>How much of a question a sentence, or the best of a passage's sentences for each term, may hold by its sounds: shares of the question's weight.</summary>
/// <param name="Likely">By how likely each term is what was said there.</param>
/// <param name="Part">By how much of each term is heard, beyond what is heard everywhere.</param>
/// <param name="AsBest">As <paramref name="Likely"/>, and the less the better another sentence of the candidates sounds like the term.</param>
/// <param name="Run">How well it has the best run of all that was asked, small words too, beside all of it as it sounds.</param>
/// <param name="RunOfBest">The same beside the best of the candidates' sentences.</param>
internal readonly record struct Hearing(float Likely, float Part, float AsBest, float Run, float RunOfBest)
{
    /// <summary>The score at which a term is as likely as not what was said: e⁹ times chance, for as many places where it might have been.</summary>
    private const float Even = 9 * SoundOdds.Scale;

    /// <summary>How fast likelihood rises: scores of neighbouring sounds are not as independent as their sum takes them to be.</summary>
    private const float Slope = 1.5f * SoundOdds.Scale;

    /// <summary>How fast a sentence falls behind a better one.</summary>
    private const float Behind = 2 * SoundOdds.Scale;

    /// <summary>So much of a word is heard in most sentences.</summary>
    private const float Everywhere = 0.4f;

    /// <summary>Lets the candidates know their sounds.</summary>
    public static void Listen(IReadOnlyList<Candidate> candidates, PassageProfiles profiles, QuestionTerms terms)
    {
        var sentences = candidates.Sum(static candidate => candidate.Profile.Sentences.Length);
        var width = terms.Sounds.Scores;
        var scores = new sbyte[sentences * width];
        var row = 0;
        foreach (var candidate in candidates)
        {
            profiles.Listen(candidate.Document, scores.AsSpan(row * width));
            row += candidate.Profile.Sentences.Length;
        }

        Span<sbyte> best = stackalloc sbyte[width];
        best.Fill(sbyte.MinValue);
        for (var at = 0; at < scores.Length; at += width)
        {
            KeepHighest(best, scores.AsSpan(at, width));
        }

        row = 0;
        foreach (var candidate in candidates)
        {
            candidate.Profile.Hear(scores.AsSpan(row * width), best, terms);
            row += candidate.Profile.Sentences.Length;
        }
    }

    public static void KeepHighest(Span<sbyte> highest, ReadOnlySpan<sbyte> scores)
    {
        for (var i = 0; i < highest.Length; i++)
        {
            highest[i] = Math.Max(highest[i], scores[i]);
        }
    }

    /// <param name="strong">What a run has of each term by its words.</param>
    /// <param name="scores">The run's, by <see cref="SoundPatterns.Find"/>; <paramref name="best"/> those of any run.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Hearing Of(ReadOnlySpan<float> strong, ReadOnlySpan<sbyte> scores, ReadOnlySpan<sbyte> best, QuestionTerms terms)
    {
        var (likely, part, asBest) = (0f, 0f, 0f);
        var highest = terms.Sounds.Highest;
        for (var t = 0; t < strong.Length; t++)
        {
            var (a, b, c) = (strong[t], strong[t], strong[t]);
            if (highest[t] > 0)
            {
                var likelihood = 1 / (1 + MathF.Exp((Even - scores[t]) / Slope));
                a = Math.Max(a, likelihood);
                b = Math.Max(b, ((float)scores[t] / highest[t] - Everywhere) / (1 - Everywhere));
                c = Math.Max(c, likelihood * MathF.Exp((scores[t] - best[t]) / Behind));
            }

            likely += terms.Weights[t] * a;
            part += terms.Weights[t] * b;
            asBest += terms.Weights[t] * c;
        }

        // Scores of the run count from the least one on.
        var (run, bestRun) = ((float)scores[^1] - sbyte.MinValue, (float)best[^1] - sbyte.MinValue);
        return new Hearing(likely, part, asBest, run / terms.Sounds.HighestOfRun, run / Math.Max(1, bestRun));
    }
}
