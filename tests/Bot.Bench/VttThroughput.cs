using System.Diagnostics;
using System.Globalization;
using Lectures.Transcripts;
using Microsoft.Extensions.Options;

namespace Bot.Bench;

/// <summary>Reads 1,000 generated hour-long WebVTT files on one core and says how fast that was and how much memory it took.</summary>
internal static class VttThroughput
{
    private const int FilesOfEachKind = 250;
    private const int WarmUp = 60;

    public static void Run(TextWriter output)
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            Process.GetCurrentProcess().ProcessorAffinity = 1;
        }

        var reader = new TranscriptReader(Options.Create(new TranscriptOptions()));
        foreach (var kind in GeneratedVtt.Kinds)
        {
            for (var i = 1; i <= WarmUp; i++)
            {
                Read(reader, GeneratedVtt.Of(kind, -i));
            }
        }

        var (all, files) = (default(Cost), 0);
        foreach (var kind in GeneratedVtt.Kinds)
        {
            var cost = default(Cost);
            for (var i = 0; i < FilesOfEachKind; i++)
            {
                cost += Read(reader, GeneratedVtt.Of(kind, i));
            }

            (all, files) = (all + cost, files + FilesOfEachKind);
            Report(output, kind, cost, files);
        }

        Report(output, "all", all, files);
    }

    private static Cost Read(TranscriptReader reader, byte[] file)
    {
        var (started, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var result = reader.Read("lecture.vtt", file);
        var cost = new Cost(file.Length, Environment.CpuUsage.TotalTime - used, Stopwatch.GetElapsedTime(started));
        return result is ParseResult.Parsed ? cost : throw new InvalidOperationException("A generated file was rejected.");
    }

    private static void Report(TextWriter output, string kind, Cost cost, int files)
    {
        var peak = Process.GetCurrentProcess().PeakWorkingSet64;
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{kind,-10} {cost.Bytes / 1e6,6:0.0} MB  {cost.PerSecond(cost.Processor),6:0.0} MB/s of one core  "
            + $"{cost.PerSecond(cost.Wall),6:0.0} MB/s by the clock  after {files,4} files: peak memory {peak / 1e6:0} MB, heap {heap / 1e6:0.0} MB"));
    }

    /// <param name="Processor">Of all threads, the collector's among them; what other programs take of the core does not count.</param>
    private readonly record struct Cost(long Bytes, TimeSpan Processor, TimeSpan Wall)
    {
        public static Cost operator +(Cost one, Cost other) => new(one.Bytes + other.Bytes, one.Processor + other.Processor, one.Wall + other.Wall);

        public double PerSecond(TimeSpan time) => Bytes / time.TotalSeconds / 1e6;
    }
}
