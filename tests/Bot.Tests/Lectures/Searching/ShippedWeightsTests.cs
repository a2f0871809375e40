using System.Globalization;
using Lectures.Answers;

namespace Bot.Tests.Lectures.Searching;

public class ShippedWeightsTests
{
    public static TheoryData<string> Files => [.. typeof(Answer).Assembly.GetManifestResourceNames().Where(static name => name.EndsWith(".weights", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_weight_is_a_number(string file)
    {
        using var reader = new StreamReader(typeof(Answer).Assembly.GetManifestResourceStream(file)!);
        var weights = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).SelectMany(static line => line.Split(' ')[1..]).ToList();

        Assert.NotEmpty(weights);
        Assert.All(weights, static weight => Assert.True(double.IsFinite(double.Parse(weight, CultureInfo.InvariantCulture)), weight));
    }
}
