using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Lectures.Semantics;

/// <summary>
/// A vector of length 1 in a byte a dimension: each is rounded to a multiple of 1/127 of the largest. A dimension is off by at most
/// 1/254 of that. Layout: the step as a little-endian 32-bit number, then the bytes.
/// </summary>
internal static class MeaningVector
{
    /// <summary>−128 stays unused, so that two products fit into 16 bits.</summary>
    private const int Steps = 127;

    private const int StepBytes = 4;

    /// <summary>What a vector takes.</summary>
    public static int Bytes(int dimensions) => StepBytes + dimensions;

    public static byte[] Write(ReadOnlySpan<float> vector)
    {
        var largest = 0f;
        foreach (var value in vector)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        var step = largest / Steps;
        var bytes = new byte[Bytes(vector.Length)];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, step);
        for (var i = 0; i < vector.Length && step > 0; i++)
        {
            bytes[StepBytes + i] = (byte)(sbyte)Math.Clamp((int)MathF.Round(vector[i] / step), -Steps, Steps);
        }

        return bytes;
    }

    public static float Step(ReadOnlySpan<byte> vector) => BinaryPrimitives.ReadSingleLittleEndian(vector);

    public static ReadOnlySpan<sbyte> Values(ReadOnlySpan<byte> vector) => MemoryMarshal.Cast<byte, sbyte>(vector[StepBytes..]);

    /// <summary>The cosine of two vectors of as many dimensions.</summary>
    public static float Cosine(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) => Step(one) * Step(other) * Dot(Values(one), Values(other));

    public static int Dot(ReadOnlySpan<sbyte> one, ReadOnlySpan<sbyte> other)
    {
        var sum = Vector<int>.Zero;
        var i = 0;
        for (; i <= one.Length - Vector<sbyte>.Count; i += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(one[i..]), out var low, out var high);
            Vector.Widen(new Vector<sbyte>(other[i..]), out var otherLow, out var otherHigh);
            Vector.Widen(low * otherLow + high * otherHigh, out var first, out var second);
            sum += first + second;
        }

        var total = Vector.Sum(sum);
        for (; i < one.Length; i++)
        {
            total += one[i] * other[i];
        }

        return total;
    }
}
