using CsCheck;
using Lectures.Semantics;

namespace Bot.Tests.Lectures.Semantics;

public class MeaningVectorTests
{
    private static readonly Gen<float[]> Vectors = Gen.Float[-1, 1].Array[1, 130];

    [Fact]
    public void A_dimension_is_off_by_half_a_step_at_most() => Property.Holds(Vectors, static vector =>
    {
        var bytes = MeaningVector.Write(vector);
        var (step, values) = (MeaningVector.Step(bytes), MeaningVector.Values(bytes).ToArray());

        Assert.Equal(vector.Length, values.Length);
        Assert.Equal(vector.Max(Math.Abs) / 127, step, 1e-9f);
        Assert.All(vector.Zip(values), pair => Assert.InRange(Math.Abs(pair.First - step * pair.Second), 0, step * 0.501f + 1e-7f));
    });

    [Fact]
    public void A_cosine_is_off_by_what_both_roundings_allow() => Property.Holds(Gen.Int[1, 400].SelectMany(static length => Gen.Float[-1, 1].Array[length].Array[2]), static pair =>
    {
        var (one, other) = (Unit(pair[0]), Unit(pair[1]));
        var exact = one.Zip(other).Sum(static both => (double)both.First * both.Second);

        // Cauchy and Schwarz: a rounded vector lies within half a step times √d of its own.
        var (first, second) = (Off(one), Off(other));
        Assert.InRange(Math.Abs(MeaningVector.Cosine(MeaningVector.Write(one), MeaningVector.Write(other)) - exact), 0, first + second + first * second + 1e-5);
    });

    [Fact]
    public void The_product_is_that_of_whole_numbers_at_any_length_and_for_the_largest_values() => Property.Holds(
        Gen.Select(Gen.SByte[-127, 127].Array[0, 300], Gen.Bool), static pair =>
        {
            var one = pair.Item2 ? Array.ConvertAll(pair.Item1, static _ => (sbyte)127) : pair.Item1;
            var other = pair.Item2 ? Array.ConvertAll(one, static _ => (sbyte)-127) : [.. pair.Item1.AsEnumerable().Reverse()];

            Assert.Equal(one.Zip(other).Sum(static both => both.First * both.Second), MeaningVector.Dot(one, other));
        });

    [Fact]
    public void A_vector_of_nothing_stays_one()
    {
        var bytes = MeaningVector.Write(new float[5]);

        Assert.Equal(0, MeaningVector.Cosine(bytes, bytes));
    }

    private static float[] Unit(float[] vector)
    {
        var length = MathF.Max(1e-6f, MathF.Sqrt(vector.Sum(static value => value * value)));
        return [.. vector.Select(value => value / length)];
    }

    private static double Off(float[] vector) => vector.Max(Math.Abs) / 254 * Math.Sqrt(vector.Length);
}
