using System.Globalization;

namespace Bot.Bench.Material;

/// <summary>Measured values and what is said of them.</summary>
internal sealed class Series
{
    private readonly List<double> values = [];

    public int Count => values.Count;

    public double Median => Quantile(0.5);

    public double Lowest => values.Min();

    public double Highest => values.Max();

    public void Add(double value) => values.Add(value);

    public void Add(Series other) => values.AddRange(other.values);

    /// <summary>By nearest rank.</summary>
    public double Quantile(double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }

    /// <summary>"median (lowest to highest)".</summary>
    public string Text(string format) => string.Create(
        CultureInfo.InvariantCulture, $"{Median.ToString(format, CultureInfo.InvariantCulture)} ({Lowest.ToString(format, CultureInfo.InvariantCulture)} to {Highest.ToString(format, CultureInfo.InvariantCulture)})");
}
