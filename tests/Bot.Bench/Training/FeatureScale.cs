using Lectures.Searching;

namespace Bot.Bench.Training;

/// <summary>Each feature's mean and deviation over all rows: training goes better when all features vary alike.</summary>
internal sealed class FeatureScale
{
    private readonly float[] mean;
    private readonly float[] deviation;

    /// <param name="without">Features to do without, by a part of their names: they are taken to never vary.</param>
    public FeatureScale(IReadOnlyList<RankingExample> examples, IReadOnlyList<string> without)
    {
        mean = new float[examples[0].Table.RowWidth];
        deviation = new float[mean.Length];
        var (sums, squares, rows) = (new double[mean.Length], new double[mean.Length], 0L);
        foreach (var table in examples.Select(static example => example.Table))
        {
            rows += table.Rows;
            for (var row = 0; row < table.Rows; row++)
            {
                var features = table.Row(row);
                for (var i = 0; i < features.Length; i++)
                {
                    sums[i] += features[i];
                    squares[i] += features[i] * features[i];
                }
            }
        }

        for (var i = 0; i < mean.Length; i++)
        {
            mean[i] = (float)(sums[i] / rows);
            deviation[i] = (float)Math.Sqrt(Math.Max(0, squares[i] / rows - (double)mean[i] * mean[i])) + 1e-6f;
        }

        foreach (var feature in Enum.GetValues<Feature>().Where(feature => without.Any(part => feature.ToString().Contains(part, StringComparison.Ordinal))))
        {
            deviation[(int)feature] = float.PositiveInfinity;
        }
    }

    /// <summary>Scales the examples themselves.</summary>
    public void Apply(IReadOnlyList<RankingExample> examples)
    {
        foreach (var example in examples)
        {
            example.Table.Scale(mean, deviation);
        }
    }

    /// <summary>The same model over features as they are.</summary>
    public RankingModel Unscaled(RankingModel model) => new(
        Unscaled(model.Linear),
        [.. model.Units.Select(Unscaled)],
        [.. model.Biases.Select((bias, unit) => bias - RankingModel.Dot(Unscaled(model.Units[unit]), mean))],
        model.Outputs);

    private float[] Unscaled(float[] weights) => [.. weights.Select((weight, i) => deviation[i] > 1e-5f ? weight / deviation[i] : 0)];
}
