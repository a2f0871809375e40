using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Lectures.Searching;

/// <summary>
/// How well a run of words holds each term of a question, 0 to 1: by the term's own word (<see cref="Strong"/>), by the best word that
/// stands for it in some manner (<see cref="Soft"/>, never less), or by all such words together (<see cref="Gathered"/>: "crown", "throne" and "church" tell more
/// of a coronation than one of them). Term weights add up to 1, and so a weighted sum is a share of the question.
/// </summary>
internal readonly struct Coverage(float[] values, int start, int terms)
{
    private readonly float[] values = values;
    private readonly int start = start;

    /// <summary>In how many manners.</summary>
    public const int Kinds = 3;

    /// <summary>All kinds, one after the other.</summary>
    public Span<float> All => values.AsSpan(start, Kinds * terms);

    public Span<float> Strong => values.AsSpan(start, terms);

    public Span<float> Soft => values.AsSpan(start + terms, terms);

    /// <summary>One less the product of what each word leaves open.</summary>
    public Span<float> Gathered => values.AsSpan(start + 2 * terms, terms);

    /// <summary>What this and another run hold together.</summary>
    public void Take(Coverage other) => Join(All, other.All);

    /// <summary>What two runs hold together: the best of them, and of what is gathered all.</summary>
    /// <param name="joined">All kinds of the one; becomes that of both.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Join(Span<float> joined, ReadOnlySpan<float> others)
    {
        var gathered = joined.Length / Kinds * (Kinds - 1);
        var i = 0;
        for (; i <= gathered - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector.Max(new Vector<float>(joined[i..]), new Vector<float>(others[i..])).CopyTo(joined[i..]);
        }

        for (; i < gathered; i++)
        {
            joined[i] = others[i] > joined[i] ? others[i] : joined[i];
        }

        for (; i <= joined.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var held = new Vector<float>(joined[i..]);
            (held + (Vector<float>.One - held) * new Vector<float>(others[i..])).CopyTo(joined[i..]);
        }

        for (; i < joined.Length; i++)
        {
            joined[i] += (1 - joined[i]) * others[i];
        }
    }

    public static float Sum(ReadOnlySpan<float> strengths, ReadOnlySpan<float> weights) => RankingModel.Dot(strengths, weights);

    /// <summary>The weight of the terms that are there as asked.</summary>
    public static float ExactSum(ReadOnlySpan<float> strengths, ReadOnlySpan<float> weights)
    {
        var sum = 0f;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += strengths[i] >= 1 ? weights[i] : 0;
        }

        return sum;
    }

    /// <summary>The share that one run adds to what another holds.</summary>
    public static float Beyond(ReadOnlySpan<float> strengths, ReadOnlySpan<float> others, ReadOnlySpan<float> weights)
    {
        var sum = 0f;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * Math.Max(0, strengths[i] - others[i]);
        }

        return sum;
    }
}

/// <summary>Room for the coverages of one question, borrowed and given back as a whole.</summary>
internal sealed class CoverageBuffer(int terms) : IDisposable
{
    private const int Block = 4096;

    private readonly List<float[]> blocks = [];
    private int used = int.MaxValue;

    /// <summary>One that holds nothing yet.</summary>
    public Coverage Take()
    {
        if (used > Block - Coverage.Kinds * terms)
        {
            blocks.Add(ArrayPool<float>.Shared.Rent(Block));
            used = 0;
        }

        var coverage = new Coverage(blocks[^1], used, terms);
        blocks[^1].AsSpan(used, Coverage.Kinds * terms).Clear();
        used += Coverage.Kinds * terms;
        return coverage;
    }

    public void Dispose()
    {
        blocks.ForEach(static block => ArrayPool<float>.Shared.Return(block));
        blocks.Clear();
        used = int.MaxValue;
    }
}
