using System.Globalization;
using Bot.Bench.Material;

namespace Bot.Bench.Start;

/// <summary>
/// Starts a published program again and again with one question to an index that is there: from the start of the process to its
/// end. Memory is measured in runs of its own, as looking at a process while it runs slows it down.
/// </summary>
internal static class StartMeasurement
{
    private const int Counted = 21;
    private const int CountedForMemory = 5;
    private const string Question = "Why was Khrushchev removed from power?";

    public static async Task RunAsync(string[] arguments)
    {
        var program = new PublishedProgram(arguments.Length > 0
            ? arguments[0]
            : throw new InvalidOperationException("Name the folder that src/Bot was published to; docs/performance.md shows how."));
        using var store = new TemporaryFolder();
        await program.RunAsync(store.Path, Question);
        await program.RunAsync(store.Path, Question);

        var (seconds, peak, before) = (new Series(), new Series(), PublishedProgram.ProcessorTime());
        for (var run = 0; run < Counted; run++)
        {
            seconds.Add((await program.RunAsync(store.Path, Question)).TotalSeconds);
        }

        var processor = (PublishedProgram.ProcessorTime() - before) / Counted;
        for (var run = 0; run < CountedForMemory; run++)
        {
            peak.Add(await program.PeakAsync(store.Path, Question) / 1e6);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ask, whole process, {Counted} runs: {seconds.Text("0.000")} s; processor time of one, on average: {processor.TotalSeconds:0.000} s"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak resident memory, {CountedForMemory} runs: {peak.Text("0.0")} MB"));
    }
}
