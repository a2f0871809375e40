using System.Diagnostics;
using System.Globalization;
using Bot.Bench.Material;

namespace Bot.Bench.Indexing;

/// <summary>
/// Indexes a generated library from its files, and adds the same passages to a bare writer from memory, in turn; the first round warms
/// up. Both start with an empty folder and an empty table of words and end with a commit on disk.
/// </summary>
internal static class IndexingMeasurement
{
    private const int Copies = 600;
    private const int Counted = 5;

    public static async Task RunAsync(string[] arguments)
    {
        var copies = arguments is [var number, ..] ? int.Parse(number, CultureInfo.InvariantCulture) : Copies;
        using var folder = new TemporaryFolder();
        GeneratedLibrary.Write(folder["lectures"], copies);
        var (passages, words, bytes) = await PassagesAsync(folder);
        Print($"{copies:#,0} lectures with {words:#,0} words in {bytes / 1e6:0.0} MB; {passages.Count:#,0} passages; {Environment.ProcessorCount} processors; 1 round to warm up, {Counted} counted");

        var (clio, bare, parallel, ratios, work) = (new Series(), new Series(), new Series(), new Series(), new Series());
        for (var round = 0; round <= Counted; round++)
        {
            var own = await RateAsync(passages.Count, target => ClioAsync(folder["lectures"], target));
            var loop = await RateAsync(passages.Count, target => BareAsync(passages, target, threads: 1));
            var side = await RateAsync(passages.Count, target => BareAsync(passages, target, Environment.ProcessorCount));
            if (round == 0)
            {
                continue;
            }

            Print($"round {round}: Clio {own.Rate:#,0} passages a second ({own.Processor:0.00} s of processor time), bare writer {loop.Rate:#,0} ({loop.Processor:0.00} s), bare writer on all processors {side.Rate:#,0} ({side.Processor:0.00} s)");
            clio.Add(own.Rate);
            bare.Add(loop.Rate);
            parallel.Add(side.Rate);
            ratios.Add(own.Rate / loop.Rate);
            work.Add(loop.Processor / own.Processor);
        }

        Print($"passages a second, median: Clio {clio.Median:#,0}, bare writer {bare.Median:#,0}, bare writer on all processors {parallel.Median:#,0}");
        Print($"Clio over bare writer, by round: {ratios.Text("0.00")}; by processor time instead of the clock: {work.Text("0.00")}");
        Print($"Clio over bare writer on all processors, medians: {clio.Median / parallel.Median:0.00}");
    }

    private static async Task<(IReadOnlyList<BarePassage> Passages, long Words, long Bytes)> PassagesAsync(TemporaryFolder folder)
    {
        using var place = new TemporaryFolder();
        var (library, report) = await IndexedLibrary.CreateAsync(folder["lectures"], place["index"]);
        using (library)
        {
            var bytes = new DirectoryInfo(folder["lectures"]).EnumerateFiles("*", SearchOption.AllDirectories).Sum(static file => file.Length);
            return ([.. library.EachPassage().Select(BarePassage.Of)], report.Words, bytes);
        }
    }

    private static async Task ClioAsync(string lectures, string target)
    {
        var (library, _) = await IndexedLibrary.CreateAsync(lectures, target);
        library.Dispose();
    }

    private static Task BareAsync(IReadOnlyList<BarePassage> passages, string target, int threads)
    {
        BareWriter.Write(passages, target, threads);
        return Task.CompletedTask;
    }

    private static async Task<(double Rate, double Processor)> RateAsync(int passages, Func<string, Task> index)
    {
        using var folder = new TemporaryFolder();
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (started, processor) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
        await index(folder["index"]);
        var elapsed = Stopwatch.GetElapsedTime(started);
        process.Refresh();
        return (passages / elapsed.TotalSeconds, (process.TotalProcessorTime - processor).TotalSeconds);
    }

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
