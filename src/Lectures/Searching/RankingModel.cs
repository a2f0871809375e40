using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Lectures.Searching;

/// <summary>
/// A small network over <see cref="Feature"/>: a linear part and one layer of rectified units. Its scores, softmaxed over all
/// sentences of a question's candidates, are the probabilities that a sentence holds the answer, given that one does. Trained
/// listwise (ListNet's top-one loss, Cao et al. 2007).
/// </summary>
/// <param name="Linear">One weight a feature.</param>
/// <param name="Units">For each unit its weights, one a feature.</param>
/// <param name="Biases">One a unit.</param>
/// <param name="Outputs">What each unit adds to the score.</param>
internal sealed record RankingModel(float[] Linear, float[][] Units, float[] Biases, float[] Outputs)
{
    /// <summary>Reads lines of a feature's name, its linear weight and its weight for each unit; then "biases" and "outputs". A feature without a line counts nothing.</summary>
    /// <param name="withMeaning">Whether rows have <see cref="MeaningFeature"/> too.</param>
    public static RankingModel Read(TextReader lines, bool withMeaning = false)
    {
        var rows = new Dictionary<string, float[]>(StringComparer.Ordinal);
        while (lines.ReadLine() is { } line)
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var name, .. var values] && name != "#")
            {
                rows[name] = [.. values.Select(static value => float.Parse(value, CultureInfo.InvariantCulture))];
            }
        }

        var (biases, outputs) = (rows["biases"], rows["outputs"]);
        var features = NamesOf(withMeaning).Select(name => rows.GetValueOrDefault(name) ?? new float[1 + outputs.Length]).ToArray();
        return new RankingModel(
            [.. features.Select(static row => row[0])],
            [.. Enumerable.Range(0, outputs.Length).Select(unit => features.Select(row => row[1 + unit]).ToArray())],
            biases,
            outputs);
    }

    /// <summary>Weights that ship.</summary>
    /// <param name="name">Of the file.</param>
    /// <param name="withMeaning">Whether rows have <see cref="MeaningFeature"/> too.</param>
    public static RankingModel Shipped(string name, bool withMeaning = false)
    {
        using var resource = typeof(RankingModel).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly was built without {name}.");
        using var reader = new StreamReader(resource);
        return Read(reader, withMeaning);
    }

    private static IEnumerable<string> NamesOf(bool withMeaning) => withMeaning ? Enum.GetNames<Feature>().Concat(Enum.GetNames<MeaningFeature>()) : Enum.GetNames<Feature>();

    public IEnumerable<string> Write()
    {
        foreach (var (at, name) in NamesOf(Linear.Length > FeatureTable.Width).Index())
        {
            yield return Line(name, [Linear[at], .. Units.Select(unit => unit[at])]);
        }

        yield return Line("biases", Biases);
        yield return Line("outputs", Outputs);
    }

    public float[] Probabilities(FeatureTable table) => Probabilities(table, 0, table.Rows);

    /// <summary>Over some rows of a table alone.</summary>
    public float[] Probabilities(FeatureTable table, int first, int count)
    {
        var scores = Scores(table, first, count);
        var all = LogSumExp(scores);
        foreach (ref var score in scores.AsSpan())
        {
            score = MathF.Exp(score - all);
        }

        return scores;
    }

    /// <summary>Of some rows of a table, before they are softmaxed.</summary>
    public float[] Scores(FeatureTable table, int first, int count)
    {
        var scores = new float[count];
        for (var row = 0; row < scores.Length; row++)
        {
            scores[row] = Score(table.Row(first + row));
        }

        return scores;
    }

    /// <summary>The logarithm of the exponentiated scores' sum: what several together score.</summary>
    public static float LogSumExp(ReadOnlySpan<float> scores)
    {
        var most = float.MinValue;
        foreach (var score in scores)
        {
            most = Math.Max(most, score);
        }

        var sum = 0f;
        foreach (var score in scores)
        {
            sum += MathF.Exp(score - most);
        }

        return most + MathF.Log(sum);
    }

    public static float Dot(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var sum = Vector<float>.Zero;
        var i = 0;
        for (; i <= one.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            sum += new Vector<float>(one[i..]) * new Vector<float>(other[i..]);
        }

        var total = Vector.Sum(sum);
        for (; i < one.Length; i++)
        {
            total += one[i] * other[i];
        }

        return total;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float Score(ReadOnlySpan<float> features)
    {
        var score = Dot(features, Linear);
        for (var unit = 0; unit < Outputs.Length; unit++)
        {
            score += Outputs[unit] * Math.Max(0, Biases[unit] + Dot(features, Units[unit]));
        }

        return score;
    }

    private static string Line(string name, IEnumerable<float> values) =>
        $"{name} {string.Join(' ', values.Select(static value => value.ToString("G5", CultureInfo.InvariantCulture)))}";
}
