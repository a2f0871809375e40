using System.Globalization;

namespace Lectures.Answers;

/// <summary>A logistic regression over <see cref="Confidence.Features"/>.</summary>
internal sealed class ConfidenceModel(double[] weights)
{
    public static ConfidenceModel Read(TextReader lines)
    {
        var weights = new double[Confidence.Names.Length];
        while (lines.ReadLine() is { } line)
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var name, var value] && Array.IndexOf(Confidence.Names, name) is >= 0 and var at)
            {
                weights[at] = double.Parse(value, CultureInfo.InvariantCulture);
            }
        }

        return new ConfidenceModel(weights);
    }

    public static ConfidenceModel Shipped()
    {
        using var resource = typeof(ConfidenceModel).Assembly.GetManifestResourceStream("confidence.weights")
            ?? throw new InvalidOperationException("The assembly was built without confidence.weights.");
        using var reader = new StreamReader(resource);
        return Read(reader);
    }

    public double Probability(double[] features)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * features[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }
}
