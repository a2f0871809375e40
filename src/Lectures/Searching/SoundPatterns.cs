using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Lectures.Indexing;

namespace Lectures.Searching;

/// <summary>
/// The question's words as they sound, to find them where a recogniser wrote other words ("time sidebar" for Tyneside Bar): each is aligned with that run of a
/// sentence's sounds that it is likeliest heard as, across the borders of words (Smith and Waterman 1981, over the whole of the word). Sixteen sounds are
/// aligned at once, of one word or of several short ones.
/// </summary>
internal sealed class SoundPatterns
{
    /// <summary>Shorter words sound like everything.</summary>
    private const int Shortest = 4;

    private const int Lanes = 16;

    /// <summary>So many sounds in a row may be left out of a word.</summary>
    public const int MostLeftOut = 2;

    /// <summary>What a lane reads that has none before it: 0.</summary>
    private const sbyte Nothing = sbyte.MinValue;

    private readonly List<Pack> packs = [];
    private readonly sbyte[] highest;

    /// <summary>For each sound of a sentence what it is worth beside a word's.</summary>
    private readonly Vector128<sbyte>[] putIn;

    public SoundPatterns(IReadOnlyList<Word> terms, SoundOdds odds)
    {
        highest = new sbyte[terms.Count];
        putIn = Array.ConvertAll(odds.Alone, static alone => Vector128.Create(alone));
        var free = 0;
        for (var term = 0; term < terms.Count; term++)
        {
            var pattern = PatternOf(terms[term]);
            if (pattern.Length == 0)
            {
                continue;
            }

            highest[term] = (sbyte)Math.Clamp(pattern.Sum(sound => odds.Between[sound][sound]), 1, sbyte.MaxValue);
            if (free < pattern.Length)
            {
                packs.Add(new Pack());
                free = Lanes;
            }

            packs[^1].Add(pattern, Lanes - free, term, odds);
            free -= pattern.Length;
        }
    }

    /// <summary>The score of a term that is there as it sounds; 0 for one that is not listened for.</summary>
    public ReadOnlySpan<sbyte> Highest => highest;

    /// <summary>The sounds of a word between the borders of words, as many as are listened for; none of a number or a short word.</summary>
    public static string PatternOf(Word word)
    {
        if (word.Exact.Length < Shortest || word.Sounds.Length == 0 || char.IsAsciiDigit(word.Exact[0]))
        {
            return "";
        }

        var pattern = $"\0{word.Sounds}\0";
        return pattern[..Math.Min(Lanes, pattern.Length)];
    }

    /// <summary>Sets, for each term, the highest score of any run of a sentence's sounds, in <see cref="SoundOdds.Scale"/>.</summary>
    // Like the other innermost loops of ranking compiled where it runs: code made ahead, for the oldest processor and any version of
    // the framework, takes twice the time.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Find(PassageTerms words, int sentence, Span<sbyte> scores)
    {
        var (start, end) = words.Sounds(sentence);
        var pairs = words.SoundPairs;
        for (var i = 0; i < packs.Count; i += 2)
        {
            // Two at once, since each step waits for the one before it; an odd one goes with itself.
            var (one, other) = (packs[i], packs[Math.Min(i + 1, packs.Count - 1)]);
            var (columnOfOne, columnOfOther) = (one.Skipped, other.Skipped);
            var (bestOfOne, bestOfOther) = (columnOfOne, columnOfOther);
            var (beforeOfOne, leftOutOfOne, beforeOfOther, leftOutOfOther) = (one.Before, one.LeftOut, other.Before, other.LeftOut);
            ref var betweenOfOne = ref MemoryMarshal.GetArrayDataReference(one.Between);
            ref var betweenOfOther = ref MemoryMarshal.GetArrayDataReference(other.Between);
            ref var alone = ref MemoryMarshal.GetArrayDataReference(putIn);
            for (var at = start; at < end; at++)
            {
                var sound = (pairs[at >> 1] >> ((at & 1) << 2)) & 15;
                var beside = Unsafe.Add(ref alone, sound);
                columnOfOne = Next(columnOfOne, Unsafe.Add(ref betweenOfOne, sound), beside, beforeOfOne, leftOutOfOne);
                columnOfOther = Next(columnOfOther, Unsafe.Add(ref betweenOfOther, sound), beside, beforeOfOther, leftOutOfOther);
                bestOfOne = Vector128.Max(bestOfOne, columnOfOne);
                bestOfOther = Vector128.Max(bestOfOther, columnOfOther);
            }

            one.Write(bestOfOne, scores);
            other.Write(bestOfOther, scores);
        }
    }

    /// <summary>The scores after one more sound of a sentence.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<sbyte> Next(Vector128<sbyte> column, Vector128<sbyte> between, Vector128<sbyte> beside, Vector128<sbyte> before, Vector128<sbyte> leftOut)
    {
        column = Vector128.Max(Vector128.AddSaturate(Vector128.ShuffleNative(column, before), between), Vector128.AddSaturate(column, beside));
        for (var i = 0; i < MostLeftOut; i++)
        {
            column = Vector128.Max(column, Vector128.AddSaturate(Vector128.ShuffleNative(column, before), leftOut));
        }

        return column;
    }

    /// <summary>Sixteen lanes: a lane a sound, each with the score of its word up to it.</summary>
    private sealed class Pack
    {
        private readonly List<(int Term, int Lane)> ends = [];
        private readonly sbyte[] before = new sbyte[Lanes];
        private readonly sbyte[] leftOut = new sbyte[Lanes];
        private readonly sbyte[] skipped = new sbyte[Lanes];
        private readonly sbyte[] between = new sbyte[Lanes * Lanes];

        public Pack()
        {
            before.AsSpan().Fill(Nothing);
            Between = new Vector128<sbyte>[Lanes];
        }

        /// <summary>For each sound of a sentence what it is worth in each lane.</summary>
        public Vector128<sbyte>[] Between { get; }

        /// <summary>The lane before each.</summary>
        public Vector128<sbyte> Before { get; private set; }

        public Vector128<sbyte> LeftOut { get; private set; }

        /// <summary>Scores before a sentence's first sound.</summary>
        public Vector128<sbyte> Skipped { get; private set; }

        public void Write(Vector128<sbyte> best, Span<sbyte> scores)
        {
            foreach (var (term, lane) in ends)
            {
                scores[term] = best.GetElement(lane);
            }
        }

        public void Add(string pattern, int first, int term, SoundOdds odds)
        {
            for (var i = 0; i < pattern.Length; i++)
            {
                var lane = first + i;
                before[lane] = i == 0 ? Nothing : (sbyte)(lane - 1);
                leftOut[lane] = odds.Alone[pattern[i]];
                skipped[lane] = i < MostLeftOut ? (sbyte)(odds.Alone[pattern[i]] + (i > 0 ? skipped[lane - 1] : 0)) : sbyte.MinValue;
                for (var sound = 0; sound < Lanes; sound++)
                {
                    between[sound * Lanes + lane] = odds.Between[pattern[i]][sound];
                }
            }

            ends.Add((term, first + pattern.Length - 1));
            (Before, LeftOut, Skipped) = (Vector128.Create(before), Vector128.Create(leftOut), Vector128.Create(skipped));
            for (var sound = 0; sound < Lanes; sound++)
            {
                Between[sound] = Vector128.Create(between.AsSpan(sound * Lanes, Lanes));
            }
        }
    }
}
