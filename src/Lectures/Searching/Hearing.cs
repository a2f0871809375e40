using System.Numerics;
using System.Runtime.CompilerServices;
using Lectures.Indexing;

namespace Lectures.Searching;

/// <summary>How much of a question a sentence may hold by its sounds, as shares of the question's weight.</summary>
/// <param name="Full">By runs of sounds, vowels included.</param>
/// <param name="Consonants">By runs of consonants.</param>
/// <param name="SureFull">The same, of terms of which most is heard.</param>
/// <param name="SureConsonants">The same, of terms of which more is heard than by chance.</param>
internal readonly record struct Hearing(float Full, float Consonants, float SureFull, float SureConsonants)
{
    private const float Most = 0.5f;
    private const float Chance = 0.34f;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Hearing Of(PassageTerms words, int sentence, QuestionTerms terms, ReadOnlySpan<float> strong)
    {
        Span<uint> full = stackalloc uint[terms.Count];
        Span<uint> consonants = stackalloc uint[terms.Count];
        terms.Sounds.Find(words, sentence, full, consonants);
        var (sum, sumConsonants, sure, sureConsonants) = (0f, 0f, 0f, 0f);
        for (var t = 0; t < full.Length; t++)
        {
            var (ofFull, ofConsonants) = terms.Sounds.Counts[t];
            var a = Math.Max(strong[t], ofFull > 0 ? (float)BitOperations.PopCount(full[t]) / ofFull : 0);
            var b = Math.Max(strong[t], ofConsonants > 0 ? (float)BitOperations.PopCount(consonants[t]) / ofConsonants : 0);
            sum += terms.Weights[t] * a;
            sumConsonants += terms.Weights[t] * b;
            sure += a > Most ? terms.Weights[t] * a : 0;
            sureConsonants += terms.Weights[t] * Math.Max(0, (b - Chance) / (1 - Chance));
        }

        return new Hearing(sum, sumConsonants, sure, sureConsonants);
    }
}
