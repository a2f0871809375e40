using System.Globalization;

namespace Lectures.Searching;

/// <summary>
/// A linear model over <see cref="Feature"/>: its scores, softmaxed over all sentences of a question's candidates, are the
/// probabilities that a sentence holds the answer, given that one does. Trained listwise (ListNet's top-one loss, Cao et al. 2007).
/// </summary>
internal sealed class RankingModel
{
    private readonly float[] weights;

    public RankingModel(float[] weights) => this.weights = weights;

    public IReadOnlyList<float> Weights => weights;

    /// <summary>Reads "name value" lines; "#" lines are comments. A feature that is not named weighs nothing.</summary>
    public static RankingModel Read(TextReader lines)
    {
        var weights = new float[FeatureTable.Width];
        while (lines.ReadLine() is { } line)
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var name, var value] && Enum.TryParse<Feature>(name, out var feature))
            {
                weights[(int)feature] = float.Parse(value, CultureInfo.InvariantCulture);
            }
        }

        return new RankingModel(weights);
    }

    /// <summary>The weights that ship.</summary>
    public static RankingModel Shipped()
    {
        using var resource = typeof(RankingModel).Assembly.GetManifestResourceStream("ranking.weights")
            ?? throw new InvalidOperationException("The assembly was built without ranking.weights.");
        using var reader = new StreamReader(resource);
        return Read(reader);
    }

    public float[] Probabilities(FeatureTable table)
    {
        var scores = new float[table.Rows];
        var most = float.MinValue;
        for (var row = 0; row < scores.Length; row++)
        {
            scores[row] = Dot(table.Row(row), weights);
            most = Math.Max(most, scores[row]);
        }

        var sum = 0f;
        for (var row = 0; row < scores.Length; row++)
        {
            scores[row] = MathF.Exp(scores[row] - most);
            sum += scores[row];
        }

        for (var row = 0; row < scores.Length; row++)
        {
            scores[row] /= sum;
        }

        return scores;
    }

    private static float Dot(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var sum = System.Numerics.Vector<float>.Zero;
        var i = 0;
        for (; i <= one.Length - System.Numerics.Vector<float>.Count; i += System.Numerics.Vector<float>.Count)
        {
            sum += new System.Numerics.Vector<float>(one[i..]) * new System.Numerics.Vector<float>(other[i..]);
        }

        var total = System.Numerics.Vector.Sum(sum);
        for (; i < one.Length; i++)
        {
            total += one[i] * other[i];
        }

        return total;
    }
}
