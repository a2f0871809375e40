namespace Bot.Bench.Training;

/// <summary>Fits <see cref="Lectures.Answers.ConfidenceModel"/> by gradient descent on standardised features, each kept to the direction it speaks in.</summary>
internal static class ConfidenceTrainer
{
    public static double[] Train(IReadOnlyList<(double[] Features, bool Right, double Weight)> examples)
    {
        var width = examples[0].Features.Length;
        var (mean, deviation) = (new double[width], new double[width]);
        var total = examples.Sum(static example => example.Weight);
        for (var i = 1; i < width; i++)
        {
            mean[i] = examples.Sum(example => example.Weight * example.Features[i]) / total;
            deviation[i] = Math.Sqrt(examples.Sum(example => example.Weight * Math.Pow(example.Features[i] - mean[i], 2)) / total) + 1e-9;
        }

        var weights = new double[width];
        for (var step = 0; step < 600; step++)
        {
            var gradient = new double[width];
            foreach (var (features, right, weight) in examples)
            {
                var sum = weights[0];
                for (var i = 1; i < width; i++)
                {
                    sum += weights[i] * (features[i] - mean[i]) / deviation[i];
                }

                var error = weight * (1 / (1 + Math.Exp(-sum)) - (right ? 1 : 0)) / total;
                gradient[0] += error;
                for (var i = 1; i < width; i++)
                {
                    gradient[i] += error * (features[i] - mean[i]) / deviation[i];
                }
            }

            for (var i = 0; i < width; i++)
            {
                weights[i] -= 0.8 * (gradient[i] + (i > 0 ? 1e-3 * weights[i] : 0));
                weights[i] = Lectures.Answers.Confidence.Direction(i) * weights[i] < 0 ? 0 : weights[i];
            }
        }

        var plain = new double[width];
        plain[0] = weights[0];
        for (var i = 1; i < width; i++)
        {
            plain[i] = weights[i] / deviation[i];
            plain[0] -= weights[i] * mean[i] / deviation[i];
        }

        return plain;
    }
}
