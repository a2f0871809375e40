using System.Globalization;

namespace Bot.Tests.Library;

/// <summary>How often a test goes round: a few times with all the others, as often as is asked for by an environment variable.</summary>
internal static class LongRun
{
    public static int Rounds(string variable, int few) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var many) ? many : few;
}
