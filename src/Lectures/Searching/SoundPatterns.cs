using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Lectures.Indexing;

namespace Lectures.Searching;

/// <summary>
/// The question's words as they sound, to find them where a recogniser wrote other words ("time sidebar" for Tyneside Bar). Each is aligned with that run of a
/// sentence's sounds that it is likeliest heard as, across the borders of words, over the whole of the word; and all that was asked is aligned with the sentence
/// locally (Smith and Waterman 1981), since two words that may each be an accident are none where both are heard one after the other.
/// All these sounds lie side by side, thirty-two to a vector.
/// </summary>
internal sealed class SoundPatterns
{
    /// <summary>Shorter words sound like everything.</summary>
    private const int Shortest = 4;

    /// <summary>So many sounds of a word are listened for.</summary>
    private const int MostOfWord = 16;

    /// <summary>So many sounds of all that was asked.</summary>
    private const int MostOfQuestion = 127;

    /// <summary>So many sounds in a row may be left out.</summary>
    public const int MostLeftOut = 2;

    private const int Lanes = 32;

    private readonly List<(int Term, int Lane)> ends = [];
    private readonly sbyte[] highest;
    private readonly int vectors;

    /// <summary>For each sound of a sentence what it is worth beside one of the question.</summary>
    private readonly Vector256<sbyte>[] putIn;

    /// <summary>For each sound of a sentence, vector by vector, what it is worth in each lane.</summary>
    private readonly Vector256<sbyte>[] between;

    private readonly Lane[] lanes;

    /// <param name="asked">All that was asked, word by word, small words too.</param>
    public SoundPatterns(IReadOnlyList<Word> terms, IEnumerable<Word> asked, SoundOdds odds)
    {
        highest = new sbyte[terms.Count];
        putIn = Array.ConvertAll(odds.Alone, static alone => Vector256.Create(alone));
        var row = "";
        for (var term = 0; term < terms.Count; term++)
        {
            var pattern = PatternOf(terms[term]);
            if (pattern.Length > 0)
            {
                highest[term] = (sbyte)Math.Clamp(Itself(pattern, odds), 1, sbyte.MaxValue);
                row += pattern;
                ends.Add((term, row.Length - 1));
            }
        }

        var run = RunOf(asked);
        HighestOfRun = (byte)Math.Clamp(Itself(run, odds), 1, byte.MaxValue);
        var first = row.Length;
        row += run;
        vectors = (row.Length + Lanes - 1) / Lanes;
        between = new Vector256<sbyte>[vectors * putIn.Length];
        lanes = new Lane[vectors];
        Fill(row, first, odds);
    }

    /// <summary>The score of a term that is there as it sounds; 0 for one that is not listened for.</summary>
    public ReadOnlySpan<sbyte> Highest => highest;

    /// <summary>The score where all that was asked is there as it sounds; not 0.</summary>
    public byte HighestOfRun { get; }

    /// <summary>The sounds of a word between the borders of words, as many as are listened for; none of a number or a short word.</summary>
    public static string PatternOf(Word word)
    {
        if (word.Exact.Length < Shortest || word.Sounds.Length == 0 || char.IsAsciiDigit(word.Exact[0]))
        {
            return "";
        }

        var pattern = $"\0{word.Sounds}\0";
        return pattern[..Math.Min(MostOfWord, pattern.Length)];
    }

    /// <summary>The sounds of words that follow each other, as a sentence has them; none where no word has any, since a mere border is heard everywhere.</summary>
    public static string RunOf(IEnumerable<Word> words)
    {
        var sounds = string.Concat(words.Where(static word => word.Sounds.Length > 0).Select(static word => $"{word.Sounds}\0"));
        return sounds.Length == 0 ? "" : $"\0{sounds[..Math.Min(MostOfQuestion, sounds.Length)]}";
    }

    /// <summary>How many scores a sentence has: one for each term, and the last, from <see cref="sbyte.MinValue"/> on, for the best run of all that was asked.</summary>
    public int Scores => highest.Length + 1;

    /// <summary>Sets the scores of a sentence's sounds, in <see cref="SoundOdds.Scale"/>: the highest of any run of them.</summary>
    // Like the other innermost loops of ranking compiled where it runs: code made ahead, for the oldest processor and any version of
    // the framework, takes twice the time.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    public void Find(PassageTerms words, int sentence, Span<sbyte> scores)
    {
        Span<State> states = stackalloc State[vectors];
        for (var k = 0; k < vectors; k++)
        {
            states[k] = new State(lanes[k].Skipped);
        }

        var (start, end) = words.Sounds(sentence);
        var pairs = words.SoundPairs;
        ref var firstState = ref MemoryMarshal.GetReference(states);
        ref var firstLane = ref MemoryMarshal.GetArrayDataReference(lanes);
        ref var firstWorth = ref MemoryMarshal.GetArrayDataReference(between);
        for (var at = start; at < end; at++)
        {
            var sound = (pairs[at >> 1] >> ((at & 1) << 2)) & 15;
            var beside = putIn[sound];
            ref var worth = ref Unsafe.Add(ref firstWorth, sound * vectors);
            var (old, met) = (Vector256<sbyte>.Zero, Vector256<sbyte>.Zero);
            for (var k = 0; k < vectors; k++)
            {
                ref var state = ref Unsafe.Add(ref firstState, k);
                ref readonly var lane = ref Unsafe.Add(ref firstLane, k);
                var column = state.Column;
                var next = Vector256.Max(Vector256.AddSaturate(lane.One.Begin(Shifted(column, old, 1)), Unsafe.Add(ref worth, k)), Vector256.AddSaturate(column, beside));
                old = column;
                var leftOut = Vector256.Max(
                    Vector256.AddSaturate(lane.One.Begin(Shifted(next, met, 1)), lane.One.LeftOut), Vector256.AddSaturate(lane.Two.Begin(Shifted(next, met, 2)), lane.Two.LeftOut));
                met = next;
                next = Vector256.Max(next, leftOut);
                state.Column = next;
                state.Best = Vector256.Max(state.Best, next);
            }
        }

        foreach (var (term, lane) in ends)
        {
            scores[term] = states[lane / Lanes].Best.GetElement(lane % Lanes);
        }

        scores[^1] = BestRun(states);
    }

    /// <summary>Each lane's value from the lane so many before it: one or two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<sbyte> Shifted(Vector256<sbyte> vector, Vector256<sbyte> before, [ConstantExpected] int by) => Avx2.IsSupported
        ? by == 1
            ? Avx2.AlignRight(vector, Avx2.Permute2x128(before, vector, 0x21), Lanes / 2 - 1)
            : Avx2.AlignRight(vector, Avx2.Permute2x128(before, vector, 0x21), Lanes / 2 - 2)
        : Vector256.Create(Shifted(vector.GetLower(), before.GetUpper(), 8 * by), Shifted(vector.GetUpper(), vector.GetLower(), 8 * by));

    /// <summary>For processors without an instruction for it.</summary>
    private static Vector128<sbyte> Shifted(Vector128<sbyte> vector, Vector128<sbyte> before, int bits) =>
        Vector128.ShiftLeft(vector.AsUInt64(), bits).AsSByte()
        | Vector128.Create(before.AsUInt64().GetElement(1) >> (64 - bits), vector.AsUInt64().GetElement(0) >> (64 - bits)).AsSByte();

    private static int Itself(string pattern, SoundOdds odds) => pattern.Sum(sound => odds.Between[sound][sound]);

    private sbyte BestRun(ReadOnlySpan<State> states)
    {
        var best = Vector256.Create(sbyte.MinValue);
        for (var k = 0; k < vectors; k++)
        {
            best = Vector256.Max(best, Vector256.ConditionalSelect(lanes[k].IsOfRun, states[k].Best, best));
        }

        var highestLane = sbyte.MinValue;
        for (var i = 0; i < Lanes; i++)
        {
            highestLane = Math.Max(highestLane, best.GetElement(i));
        }

        return highestLane;
    }

    /// <param name="run">The lane where all that was asked begins.</param>
    private void Fill(string row, int run, SoundOdds odds)
    {
        var worth = new sbyte[vectors * Lanes];
        for (var sound = 0; sound < putIn.Length; sound++)
        {
            for (var i = 0; i < row.Length; i++)
            {
                worth[i] = odds.Between[row[i]][sound];
            }

            for (var k = 0; k < vectors; k++)
            {
                between[sound * vectors + k] = Vector256.Create(worth, k * Lanes);
            }
        }

        Span<sbyte> inside = stackalloc sbyte[2 * Lanes];
        Span<sbyte> beginning = stackalloc sbyte[2 * Lanes];
        Span<sbyte> leftOut = stackalloc sbyte[2 * Lanes];
        Span<sbyte> skipped = stackalloc sbyte[Lanes];
        Span<sbyte> isOfRun = stackalloc sbyte[Lanes];
        var (first, word) = (0, 0);
        for (var k = 0; k < vectors; k++)
        {
            for (var i = 0; i < Lanes; i++)
            {
                // Which sound it is of its word, or of all that was asked.
                var lane = k * Lanes + i;
                (first, word) = word < ends.Count && lane > ends[word].Lane ? (lane, word + 1) : (first, word);
                var place = lane - first;
                var isRun = lane >= run;
                var own = lane < row.Length ? odds.Alone[row[lane]] : (sbyte)0;
                var both = place > 0 && lane < row.Length ? (sbyte)(own + odds.Alone[row[lane - 1]]) : own;
                (inside[i], inside[Lanes + i]) = ((sbyte)(place > 0 ? -1 : 0), (sbyte)(place > 1 ? -1 : 0));
                (beginning[i], beginning[Lanes + i]) = (place < 1 && isRun ? sbyte.MinValue : (sbyte)0, place < MostLeftOut && isRun ? sbyte.MinValue : (sbyte)0);
                (leftOut[i], leftOut[Lanes + i]) = (own, both);
                skipped[i] = !isRun && place < MostLeftOut ? both : sbyte.MinValue;
                isOfRun[i] = (sbyte)(isRun && lane < row.Length ? -1 : 0);
            }

            lanes[k] = new Lane(
                new Step(Vector256.Create(inside[..Lanes]), Vector256.Create(beginning[..Lanes]), Vector256.Create(leftOut[..Lanes])),
                new Step(Vector256.Create(inside[Lanes..]), Vector256.Create(beginning[Lanes..]), Vector256.Create(leftOut[Lanes..])),
                Vector256.Create(skipped), Vector256.Create(isOfRun));
        }
    }

    /// <param name="One">From the lane before.</param>
    /// <param name="Two">From that before it: what <see cref="MostLeftOut"/> left out cost together, so that no step waits for the other.</param>
    /// <param name="Skipped">Scores before a sentence's first sound.</param>
    private readonly record struct Lane(Step One, Step Two, Vector256<sbyte> Skipped, Vector256<sbyte> IsOfRun);

    /// <param name="Inside">All bits but where a word, or all that was asked, has no lane to take over from.</param>
    /// <param name="Beginning">The score there: 0 in a word. What was asked as a whole counts from the least value on, where scores do not fall any more, and so begins anew anywhere.</param>
    /// <param name="LeftOut">What it costs that the sounds stepped over are left out.</param>
    private readonly record struct Step(Vector256<sbyte> Inside, Vector256<sbyte> Beginning, Vector256<sbyte> LeftOut)
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<sbyte> Begin(Vector256<sbyte> shifted) => (shifted & Inside) | Beginning;
    }

    /// <summary>A vector of lanes up to a sound of a sentence.</summary>
    private struct State(Vector256<sbyte> skipped)
    {
        public Vector256<sbyte> Column = skipped;

        public Vector256<sbyte> Best = skipped;
    }
}
