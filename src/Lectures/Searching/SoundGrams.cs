using System.Runtime.CompilerServices;
using Lectures.Indexing;

namespace Lectures.Searching;

/// <summary>
/// The question's words as they sound, to find them where a recogniser wrote other words: short runs of sounds, looked for in a sentence's
/// sounds across the borders of its words ("crew chef" for Khrushchev). Runs of four with vowels, and of three consonants.
/// </summary>
internal sealed class SoundGrams
{
    private const int Shortest = 4;
    private const int MostTerms = 32;
    private const int MostGrams = 32;

    private readonly Gram[] full;
    private readonly Gram[] consonants;

    /// <summary>Which runs are asked for at all, a bit each, before they are looked up.</summary>
    private readonly ulong[] fullSeen = new ulong[1 << 10];
    private readonly ulong[] consonantsSeen = new ulong[1 << 6];

    public SoundGrams(Question question)
    {
        var (four, three) = (new List<Gram>(), new List<Gram>());
        Counts = new (int, int)[question.Terms.Count];
        for (var term = 0; term < Math.Min(MostTerms, question.Terms.Count); term++)
        {
            var word = question.Terms[term];
            if (word.Exact.Length >= Shortest && !char.IsAsciiDigit(word.Exact[0]))
            {
                Counts[term] = (Add(word.Sounds, 4, term, four, fullSeen), Add(WithoutVowels(word.Sounds), 3, term, three, consonantsSeen));
            }
        }

        full = [.. four.OrderBy(static gram => gram.Code)];
        consonants = [.. three.OrderBy(static gram => gram.Code)];
    }

    /// <summary>For each term how many runs it has.</summary>
    public (int Full, int Consonants)[] Counts { get; }

    /// <summary>Sets, for each term, a bit for each of its runs that a sentence has.</summary>
    // Like the other innermost loops of ranking compiled where it runs: code made ahead, for the oldest processor and any version of
    // the framework, takes twice the time.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Find(PassageTerms words, int sentence, Span<uint> foundFull, Span<uint> foundConsonants)
    {
        foundFull.Clear();
        foundConsonants.Clear();
        var (start, end) = words.Sounds(sentence);
        var pairs = words.SoundPairs;

        // No sound is 0: a run that is not full yet has a zero in front and is no run that is asked for.
        var (code, consonant, last) = (0, 0, 0);
        for (var at = start; at < end; at++)
        {
            var sound = (pairs[at >> 1] >> ((at & 1) << 2)) & 15;
            code = ((code << 4) | sound) & 0xFFFF;
            if ((fullSeen[code >> 6] & (1ul << code)) != 0)
            {
                Mark(full, code, foundFull);
            }

            if (sound != Sound.Vowel && sound != last)
            {
                last = sound;
                consonant = ((consonant << 4) | sound) & 0xFFF;
                if ((consonantsSeen[consonant >> 6] & (1ul << consonant)) != 0)
                {
                    Mark(consonants, consonant, foundConsonants);
                }
            }
        }
    }

    private static void Mark(Gram[] grams, int code, Span<uint> found)
    {
        var (low, high) = (0, grams.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = grams[middle].Code < code ? (middle + 1, high) : (low, middle);
        }

        for (; low < grams.Length && grams[low].Code == code; low++)
        {
            found[grams[low].Term] |= 1u << grams[low].Index;
        }
    }

    private static int Add(string sounds, int length, int term, List<Gram> grams, ulong[] seen)
    {
        var codes = new List<int>();
        for (var at = 0; at + length <= sounds.Length && codes.Count < MostGrams; at++)
        {
            var code = 0;
            for (var i = 0; i < length; i++)
            {
                code = (code << 4) | sounds[at + i];
            }

            if (!codes.Contains(code))
            {
                grams.Add(new Gram(code, term, codes.Count));
                codes.Add(code);
                seen[code >> 6] |= 1ul << (code & 63);
            }
        }

        return codes.Count;
    }

    private static string WithoutVowels(string sounds)
    {
        Span<char> left = stackalloc char[sounds.Length];
        var count = 0;
        foreach (var sound in sounds)
        {
            if (sound != Sound.Vowel && (count == 0 || left[count - 1] != sound))
            {
                left[count++] = sound;
            }
        }

        return new string(left[..count]);
    }

    private readonly record struct Gram(int Code, int Term, int Index);
}
