using Lectures.Searching;

namespace Bot.Bench.Training;

/// <summary>Fits <see cref="RankingModel"/>: minimises −log of the probability that falls on answering sentences, by Adam over all examples.</summary>
internal static class ListwiseTrainer
{
    private const double Decay = 1e-4;

    public static RankingModel Train(IReadOnlyList<RankingExample> examples, int steps, bool[]? switchedOff = null)
    {
        var useful = examples.Where(static example => example.IsUseful).ToList();
        var total = useful.Sum(static example => example.Set.Weight);
        var width = FeatureTable.Width;
        var (weights, first, second) = (new double[width], new double[width], new double[width]);
        for (var step = 1; step <= steps; step++)
        {
            var gradient = Gradient(useful, weights, total);
            var rate = 0.15 * (step < steps / 2 ? 1 : 0.3);
            for (var i = 0; i < width; i++)
            {
                if (switchedOff?[i] == true)
                {
                    continue;
                }

                gradient[i] += Decay * weights[i];
                first[i] = 0.9 * first[i] + 0.1 * gradient[i];
                second[i] = 0.999 * second[i] + 0.001 * gradient[i] * gradient[i];
                weights[i] -= rate * (first[i] / (1 - Math.Pow(0.9, step))) / (Math.Sqrt(second[i] / (1 - Math.Pow(0.999, step))) + 1e-8);
            }
        }

        return new RankingModel([.. weights.Select(static weight => (float)weight)]);
    }

    private static double[] Gradient(List<RankingExample> examples, double[] weights, double total)
    {
        var model = new RankingModel([.. weights.Select(static weight => (float)weight)]);
        var sum = new double[weights.Length];
        var gate = new Lock();
        Parallel.ForEach(
            System.Collections.Concurrent.Partitioner.Create(0, examples.Count),
            () => new double[weights.Length],
            (range, _, local) =>
            {
                for (var e = range.Item1; e < range.Item2; e++)
                {
                    Add(examples[e], model, local, examples[e].Set.Weight / total);
                }

                return local;
            },
            local =>
            {
                lock (gate)
                {
                    for (var i = 0; i < sum.Length; i++)
                    {
                        sum[i] += local[i];
                    }
                }
            });
        return sum;
    }

    private static void Add(RankingExample example, RankingModel model, double[] gradient, double weight)
    {
        var probabilities = model.Probabilities(example.Table);
        var mass = 1e-9;
        for (var row = 0; row < probabilities.Length; row++)
        {
            mass += example.Answers[row] ? probabilities[row] : 0;
        }

        for (var row = 0; row < probabilities.Length; row++)
        {
            var error = probabilities[row] - (example.Answers[row] ? probabilities[row] / mass : 0);
            if (Math.Abs(error) < 1e-6)
            {
                continue;
            }

            var features = example.Table.Row(row);
            for (var i = 0; i < gradient.Length; i++)
            {
                gradient[i] += weight * error * features[i];
            }
        }
    }
}
