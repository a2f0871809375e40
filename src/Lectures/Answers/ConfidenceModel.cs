using System.Globalization;

namespace Lectures.Answers;

/// <summary>A logistic regression over <see cref="Confidence.Features"/>.</summary>
internal sealed class ConfidenceModel(double[] weights)
{
    /// <param name="names">Of the features that the weights are for.</param>
    public static ConfidenceModel Read(TextReader lines, string[] names)
    {
        var weights = new double[names.Length];
        while (lines.ReadLine() is { } line)
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var name, var value] && Array.IndexOf(names, name) is >= 0 and var at)
            {
                weights[at] = double.Parse(value, CultureInfo.InvariantCulture);
            }
        }

        return new ConfidenceModel(weights);
    }

    public static ConfidenceModel Shipped() => Shipped("confidence.weights", Confidence.Names);

    /// <summary>The weights that ship for answers with a model's help.</summary>
    public static ConfidenceModel ShippedWithMeaning() => Shipped("semantic-confidence.weights", Confidence.NamesWithMeaning);

    private static ConfidenceModel Shipped(string name, string[] names)
    {
        using var resource = typeof(ConfidenceModel).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly was built without {name}.");
        using var reader = new StreamReader(resource);
        return Read(reader, names);
    }

    public double Probability(double[] features) => 1 / (1 + Math.Exp(-Logit(features)));

    /// <summary>The weighted sum, of which the probability is the logistic function.</summary>
    public double Logit(double[] features)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * features[i];
        }

        return sum;
    }
}
