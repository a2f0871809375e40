using System.Numerics;
using System.Runtime.CompilerServices;
using Lectures.Searching;

namespace Bot.Bench.Training;

/// <summary>Fits <see cref="RankingModel"/>: minimises −log of the probability that falls on answering sentences, by Adam over small batches.</summary>
internal static class ListwiseTrainer
{
    private const int Batch = 24;
    private const float Decay = 1e-2f;
    private const float HighestRate = 0.008f;

    /// <summary>To begin with: that of several hundred rows together which tell nothing.</summary>
    private const float ScoreOfNone = 6;

    /// <summary>The share of the steps in which the rate rises; afterwards it falls along a cosine.</summary>
    private const double Rising = 0.1;

    /// <param name="examples">Scaled by <paramref name="scale"/>.</param>
    /// <param name="groups">The rows among which the answering ones are to be told.</param>
    /// <param name="orNone">Whether "none of them" is learnt as one more row, from questions without an answer; its score is a constant, and so the model does without it.</param>
    public static RankingModel Train(IReadOnlyList<RankingExample> examples, FeatureScale scale, Func<RankingExample, IEnumerable<(int First, int Count)>> groups, int epochs, int units, int seed, bool orNone)
    {
        var random = new Random(seed);
        var useful = examples.Where(example => example.IsUseful || (orNone && example.IsUnanswerable)).ToArray();
        var width = useful[0].Table.RowWidth;
        var model = new RankingModel(
            new float[width],
            [.. Enumerable.Range(0, units).Select(_ => Enumerable.Range(0, width).Select(_ => (float)((random.NextDouble() * 2 - 1) / Math.Sqrt(width))).ToArray())],
            new float[units],
            [.. Enumerable.Range(0, units).Select(_ => (float)((random.NextDouble() * 2 - 1) / Math.Sqrt(units)))]);
        var rows = new List<float[]> { model.Linear, model.Biases, model.Outputs };
        rows.AddRange(model.Units);
        float[] none = [ScoreOfNone];
        if (orNone)
        {
            rows.Add(none);
        }

        var adam = new Adam(rows);
        var gradients = rows.Select(static row => new float[row.Length]).ToList();
        var (step, steps) = (0, epochs * ((useful.Length + Batch - 1) / Batch));
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(useful);
            for (var start = 0; start < useful.Length; start += Batch)
            {
                gradients.ForEach(static row => Array.Clear(row));
                foreach (var example in useful.AsSpan(start, Math.Min(Batch, useful.Length - start)))
                {
                    var among = groups(example).ToList();
                    among.ForEach(rows => Add(example, rows, model, gradients, (float)example.Set.Weight / Batch / among.Count, orNone ? none[0] : null));
                }

                adam.Step(gradients, RateAt((double)step++ / steps), Decay);
            }
        }

        return scale.Unscaled(model);
    }

    private static float RateAt(double done) => HighestRate * (float)(done < Rising
        ? 0.04 + 0.96 * done / Rising
        : 0.5 + 0.5 * Math.Cos(Math.PI * (done - Rising) / (1 - Rising)));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(RankingExample example, (int First, int Count) among, RankingModel model, List<float[]> gradients, float weight, float? none)
    {
        var scores = model.Scores(example.Table, among.First, among.Count);
        var evidence = RankingModel.LogSumExp(scores);
        var probabilities = Array.ConvertAll(scores, score => MathF.Exp(score - evidence));
        var any = 1f;
        if (none is { } score)
        {
            any = 1 / (1 + MathF.Exp(score - evidence));
            gradients[^1][0] += weight * (1 - any - (example.IsUnanswerable ? 1 : 0));
        }

        var answers = example.Answers.AsSpan(among.First, among.Count);
        var mass = 1e-9f;
        for (var row = 0; row < probabilities.Length; row++)
        {
            mass += answers[row] ? probabilities[row] : 0;
        }

        for (var row = 0; row < probabilities.Length; row++)
        {
            var error = weight * (any * probabilities[row] - (answers[row] ? probabilities[row] / mass : 0));
            if (Math.Abs(error) < 1e-6f)
            {
                continue;
            }

            var features = example.Table.Row(among.First + row);
            Accumulate(gradients[0], features, error);
            for (var unit = 0; unit < model.Outputs.Length; unit++)
            {
                var activation = model.Biases[unit] + RankingModel.Dot(features, model.Units[unit]);
                if (activation > 0)
                {
                    gradients[2][unit] += error * activation;
                    gradients[1][unit] += error * model.Outputs[unit];
                    Accumulate(gradients[3 + unit], features, error * model.Outputs[unit]);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Accumulate(float[] gradient, ReadOnlySpan<float> features, float factor)
    {
        var i = 0;
        for (; i <= gradient.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            (new Vector<float>(gradient, i) + factor * new Vector<float>(features[i..])).CopyTo(gradient, i);
        }

        for (; i < gradient.Length; i++)
        {
            gradient[i] += factor * features[i];
        }
    }

    /// <summary>Kingma and Ba 2015, with decoupled weight decay.</summary>
    private sealed class Adam(List<float[]> rows)
    {
        private readonly List<float[]> first = [.. rows.Select(static row => new float[row.Length])];
        private readonly List<float[]> second = [.. rows.Select(static row => new float[row.Length])];
        private int steps;

        public void Step(List<float[]> gradients, float rate, float decay)
        {
            steps++;
            var (one, two) = (1 - MathF.Pow(0.9f, steps), 1 - MathF.Pow(0.999f, steps));
            for (var r = 0; r < rows.Count; r++)
            {
                for (var i = 0; i < rows[r].Length; i++)
                {
                    var gradient = gradients[r][i];
                    first[r][i] = 0.9f * first[r][i] + 0.1f * gradient;
                    second[r][i] = 0.999f * second[r][i] + 0.001f * gradient * gradient;
                    rows[r][i] -= rate * (first[r][i] / one / (MathF.Sqrt(second[r][i] / two) + 1e-8f) + decay * rows[r][i]);
                }
            }
        }
    }
}
