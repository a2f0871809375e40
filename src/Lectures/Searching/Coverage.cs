using System.Buffers;

namespace Lectures.Searching;

/// <summary>
/// How well a run of words holds each term of a question, 0 to 1: by the term's own word (<see cref="Strong"/>), or by any word that
/// stands for it in some manner (<see cref="Soft"/>, never less). Term weights add up to 1, and so a weighted sum is a share of the question.
/// </summary>
internal readonly struct Coverage(float[] values, int start, int terms)
{
    private readonly float[] values = values;
    private readonly int start = start;

    /// <summary>Both, one after the other.</summary>
    public Span<float> All => values.AsSpan(start, 2 * terms);

    public Span<float> Strong => values.AsSpan(start, terms);

    public Span<float> Soft => values.AsSpan(start + terms, terms);

    /// <summary>The best of this and another run.</summary>
    public void Take(Coverage other)
    {
        var mine = All;
        var others = other.All;
        for (var i = 0; i < mine.Length; i++)
        {
            mine[i] = others[i] > mine[i] ? others[i] : mine[i];
        }
    }

    public static float Sum(ReadOnlySpan<float> strengths, ReadOnlySpan<float> weights)
    {
        var sum = 0f;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * strengths[i];
        }

        return sum;
    }

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
        if (used > Block - 2 * terms)
        {
            blocks.Add(ArrayPool<float>.Shared.Rent(Block));
            used = 0;
        }

        var coverage = new Coverage(blocks[^1], used, terms);
        blocks[^1].AsSpan(used, 2 * terms).Clear();
        used += 2 * terms;
        return coverage;
    }

    public void Dispose()
    {
        blocks.ForEach(static block => ArrayPool<float>.Shared.Return(block));
        blocks.Clear();
        used = int.MaxValue;
    }
}
