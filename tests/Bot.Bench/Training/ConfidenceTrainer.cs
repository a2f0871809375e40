using Lectures.Answers;

namespace Bot.Bench.Training;

/// <summary>How a question went.</summary>
/// <param name="Features"><see cref="Confidence.Features"/></param>
/// <param name="IsShown">Whether the first excerpts show an answer.</param>
/// <param name="IsAnswerable">Whether the lectures have one.</param>
internal readonly record struct Outcome(double[] Features, bool IsShown, bool IsAnswerable, double Weight);

/// <summary>Fits <see cref="ConfidenceModel"/> by gradient descent on standardised features, each kept to the direction it speaks in.</summary>
internal static class ConfidenceTrainer
{
    /// <summary>
    /// What a question counts as, while the signs are weighed, whose answer the lectures have and the excerpts miss: it is less wrong to answer than one that they
    /// say nothing of.
    /// </summary>
    private const double Missed = 0.3;

    private const int Steps = 600;
    private const double Rate = 0.8;
    private const double Decay = 1e-3;

    public static double[] Train(IReadOnlyList<Outcome> outcomes)
    {
        var weights = Fit(outcomes, static outcome => outcome.IsShown ? 1 : outcome.IsAnswerable ? Missed : 0, Confidence.Direction);

        // Their sum, brought to the probability that an answer is shown.
        var signs = new ConfidenceModel(weights);
        var level = Fit([.. outcomes.Select(outcome => outcome with { Features = [1, signs.Logit(outcome.Features)] })], static outcome => outcome.IsShown ? 1 : 0, static _ => 1);
        return [.. weights.Select((weight, i) => level[1] * weight + (i == 0 ? level[0] : 0))];
    }

    /// <returns>A weight a feature; the first one is always 1, and its weight the bias.</returns>
    private static double[] Fit(IReadOnlyList<Outcome> outcomes, Func<Outcome, double> target, Func<int, int> direction)
    {
        var width = outcomes[0].Features.Length;
        var (mean, deviation) = (new double[width], new double[width]);
        var total = outcomes.Sum(static outcome => outcome.Weight);
        for (var i = 1; i < width; i++)
        {
            mean[i] = outcomes.Sum(outcome => outcome.Weight * outcome.Features[i]) / total;
            deviation[i] = Math.Sqrt(outcomes.Sum(outcome => outcome.Weight * Math.Pow(outcome.Features[i] - mean[i], 2)) / total) + 1e-9;
        }

        List<Outcome> scaled = [.. outcomes.Select(outcome => outcome with { Features = [1, .. outcome.Features.Index().Skip(1).Select(feature => (feature.Item - mean[feature.Index]) / deviation[feature.Index])] })];
        var weights = new double[width];
        var model = new ConfidenceModel(weights);
        for (var step = 0; step < Steps; step++)
        {
            var gradient = new double[width];
            foreach (var outcome in scaled)
            {
                var error = outcome.Weight * (model.Probability(outcome.Features) - target(outcome)) / total;
                for (var i = 0; i < width; i++)
                {
                    gradient[i] += error * outcome.Features[i];
                }
            }

            for (var i = 0; i < width; i++)
            {
                weights[i] -= Rate * (gradient[i] + (i > 0 ? Decay * weights[i] : 0));
                weights[i] = i > 0 && direction(i) * weights[i] < 0 ? 0 : weights[i];
            }
        }

        var plain = new double[width];
        plain[0] = weights[0];
        for (var i = 1; i < width; i++)
        {
            plain[i] = weights[i] / deviation[i];
            plain[0] -= plain[i] * mean[i];
        }

        return plain;
    }
}
