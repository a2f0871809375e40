using System.Numerics;
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

    /// <summary>Sounds of a sentence for which no memory is asked for.</summary>
    private const int MostOnStack = 512;

    private readonly GramTable full;
    private readonly GramTable consonants;

    public SoundGrams(Question question)
    {
        var (four, three) = (new List<Gram>(), new List<Gram>());
        Counts = new (int, int)[question.Terms.Count];
        for (var term = 0; term < Math.Min(MostTerms, question.Terms.Count); term++)
        {
            var word = question.Terms[term];
            if (word.Exact.Length >= Shortest && !char.IsAsciiDigit(word.Exact[0]))
            {
                Counts[term] = (Add(word.Sounds, 4, term, four), Add(WithoutVowels(word.Sounds), 3, term, three));
            }
        }

        full = new GramTable(four, 1 << 16);
        consonants = new GramTable(three, 1 << 12);
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
        var fullBits = full.Bits;
        var consonantBits = consonants.Bits;

        // Written to where the next consonant goes and left there only if it is one: what is a vowel no processor foresees.
        var withoutVowels = end - start <= MostOnStack ? stackalloc byte[MostOnStack] : new byte[end - start];
        var (count, code, last) = (0, 0, 0);

        // No sound is 0: a run that is not full yet has a zero in front and is no run that is asked for.
        for (var at = start; at < end; at++)
        {
            var sound = (pairs[at >> 1] >> ((at & 1) << 2)) & 15;
            code = ((code << 4) | sound) & 0xFFFF;
            if ((fullBits[code >> 6] & (1ul << code)) != 0)
            {
                full.Mark(code, foundFull);
            }

            withoutVowels[count] = (byte)sound;
            var isNext = (sound != Sound.Vowel) & (sound != last);
            count += isNext ? 1 : 0;
            last = isNext ? sound : last;
        }

        code = 0;
        foreach (var sound in withoutVowels[..count])
        {
            code = ((code << 4) | sound) & 0xFFF;
            if ((consonantBits[code >> 6] & (1ul << code)) != 0)
            {
                consonants.Mark(code, foundConsonants);
            }
        }
    }

    private static int Add(string sounds, int length, int term, List<Gram> grams)
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

    /// <param name="Index">Among its term's runs.</param>
    private readonly record struct Gram(int Code, int Term, int Index);

    /// <summary>Runs by their codes: a bit each for whether one is asked for, and how many come before each word of these bits, so that one is found at once.</summary>
    private sealed class GramTable
    {
        private readonly Gram[] grams;
        private readonly ulong[] bits;
        private readonly short[] before;
        private readonly short[] firsts;

        public GramTable(List<Gram> grams, int codes)
        {
            this.grams = [.. grams.OrderBy(static gram => gram.Code)];
            bits = new ulong[codes / 64];
            before = new short[bits.Length];
            var starts = new List<short>();
            for (var i = 0; i < this.grams.Length; i++)
            {
                if (i == 0 || this.grams[i].Code != this.grams[i - 1].Code)
                {
                    starts.Add((short)i);
                    bits[this.grams[i].Code >> 6] |= 1ul << this.grams[i].Code;
                }
            }

            firsts = [.. starts, (short)this.grams.Length];
            for (var i = 1; i < bits.Length; i++)
            {
                before[i] = (short)(before[i - 1] + BitOperations.PopCount(bits[i - 1]));
            }
        }

        public ReadOnlySpan<ulong> Bits => bits;

        /// <param name="code">Of one that is asked for.</param>
        public void Mark(int code, Span<uint> found)
        {
            var word = code >> 6;
            var at = before[word] + BitOperations.PopCount(bits[word] & ((1ul << code) - 1));
            for (var i = firsts[at]; i < firsts[at + 1]; i++)
            {
                found[grams[i].Term] |= 1u << grams[i].Index;
            }
        }
    }
}
