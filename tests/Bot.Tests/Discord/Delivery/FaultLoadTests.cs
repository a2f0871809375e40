using System.Collections.Concurrent;
using System.Globalization;

namespace Bot.Tests.Discord.Delivery;

/// <summary>
/// Faults under load. The long run is <c>CLIO_FAULTS=200 dotnet run -c Release --project tests/Bot.Tests -- -class "*FaultLoadTests" -showLiveOutput</c>.
/// </summary>
public sealed class FaultLoadTests
{
    private const int Short = 6;

    private static readonly int Runs = int.TryParse(Environment.GetEnvironmentVariable("CLIO_FAULTS"), CultureInfo.InvariantCulture, out var runs) ? runs : Short;

    [Fact]
    public async Task Under_load_and_faults_every_interaction_is_answered_once_in_time_and_one_connection_is_left()
    {
        var findings = new ConcurrentQueue<string>();
        var (asked, faults, slowest) = (0, 0, TimeSpan.Zero);
        var sides = new ParallelOptions { MaxDegreeOfParallelism = 6 * Environment.ProcessorCount, CancellationToken = TestContext.Current.CancellationToken };

        await Parallel.ForAsync(0, Runs, sides, async (seed, cancellation) =>
        {
            await using var script = new FaultScript(seed);
            foreach (var finding in await script.RunAsync(cancellation))
            {
                findings.Enqueue($"seed {seed}: {finding}");
            }

            Interlocked.Add(ref asked, script.Asked);
            Interlocked.Add(ref faults, script.Faults);
            lock (findings)
            {
                slowest = script.Slowest > slowest ? script.Slowest : slowest;
            }
        });

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Runs} scripts, {faults} faults, {asked} interactions, slowest {slowest.TotalSeconds:0.00} s"));
        Assert.True(findings.IsEmpty, string.Join('\n', findings.Take(30)) + $"\n{findings.Count} findings");
    }
}
