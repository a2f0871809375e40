using System.Diagnostics;
using System.Globalization;
using Bot.Bench.Material;

namespace Bot.Bench.Speed;

/// <summary>
/// Asks every question of a set, one after the other on one thread: Clio and plain BM25 in turn, round by round, the first rounds of
/// both to warm up. A round's figures are over its questions; what is printed last is over all counted rounds.
/// </summary>
internal static class SpeedMeasurement
{
    private const int WarmUp = 2;
    private const int Counted = 7;

    public static Task RunAsync(string[] arguments)
    {
        var set = QuestionSet.Load();
        using var contestants = new Contestants(set);
        Print($"{set.Name}: {set.Questions.Count:#,0} questions, {contestants.PassageCount:#,0} passages; {WarmUp} rounds to warm up, {Counted} counted");
        var (clio, plain, ratios) = (new Series(), new Series(), new Series());
        for (var round = -WarmUp; round < Counted; round++)
        {
            // Who begins changes, so that neither always finds the caches as the other left them.
            var plainFirst = round % 2 != 0;
            var early = plainFirst ? Round(set, contestants.Plain) : default;
            var own = Round(set, contestants.Clio);
            var other = plainFirst ? early : Round(set, contestants.Plain);
            if (round < 0)
            {
                continue;
            }

            Print($"round {round + 1}: Clio {Times(own.Times)}, {own.Bytes / set.Questions.Count / 1024.0:0} KiB a question; plain {Times(other.Times)}, {other.Bytes / set.Questions.Count / 1024.0:0} KiB");
            clio.Add(own.Times);
            plain.Add(other.Times);
            ratios.Add(own.Times.Median / other.Times.Median);
        }

        Print($"Clio:  {Times(clio)}");
        Print($"plain: {Times(plain)}");
        Print($"median of Clio over median of plain, by round: {ratios.Text("0.00")}");
        return Task.CompletedTask;
    }

    private static (Series Times, long Bytes) Round<T>(QuestionSet set, Func<string, T> ask)
    {
        GC.Collect();
        var times = new Series();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        foreach (var question in set.Questions)
        {
            var started = Stopwatch.GetTimestamp();
            _ = ask(question);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return (times, GC.GetAllocatedBytesForCurrentThread() - allocated);
    }

    private static string Times(Series times) => string.Create(
        CultureInfo.InvariantCulture, $"median {times.Median:0.000} ms, p99 {times.Quantile(0.99):0.000} ms");

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
