using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Lectures.Passages;
using Lectures.Transcripts;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Lectures.Transcripts.Mutations;

/// <summary>
/// Whatever a file holds, reading it ends with a transcript or a rejection. The long run is
/// <c>CLIO_MUTATIONS=100000 dotnet run -c Release --project tests/Bot.Tests -- -class "*MutationTests" -showLiveOutput</c>, in parts with
/// <c>CLIO_MUTATIONS_FROM</c>, the first seed; it also holds every input to two seconds and 200 MB of allocation, and names the slowest and the largest.
/// </summary>
public class MutationTests
{
    private const int Short = 1_200;
    private const long MostBytes = 200_000_000;

    private static readonly int Runs = int.TryParse(Environment.GetEnvironmentVariable("CLIO_MUTATIONS"), CultureInfo.InvariantCulture, out var runs) ? runs : Short;
    private static readonly int First = int.TryParse(Environment.GetEnvironmentVariable("CLIO_MUTATIONS_FROM"), CultureInfo.InvariantCulture, out var first) ? first : 0;

    [Fact]
    public void Broken_files_are_read_or_rejected_and_never_anything_else()
    {
        var good = Directory.EnumerateFiles(Repository.Data("transcripts"), "*", SearchOption.AllDirectories)
            .Where(static file => !file.EndsWith(".expected", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(static file => (Path.GetFileName(file), File.ReadAllBytes(file))).ToList();
        var mutator = new TranscriptMutator(good);
        var reader = new TranscriptReader(Options.Create(new TranscriptOptions()));
        var findings = new ConcurrentBag<string>();
        var costs = new ConcurrentBag<(string Input, double Seconds, long Bytes)>();

        Parallel.For(First, First + Runs, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, seed =>
        {
            var (name, content) = mutator.Make(seed);
            var (started, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
            try
            {
                Check(reader.Read(name, content));
            }
            catch (Exception thrown)
            {
                findings.Add($"seed {seed}, {name}: {thrown.GetType().Name}: {thrown.Message} {thrown.StackTrace?.Split('\n')[0]}");
            }

            var (took, allocated) = (Stopwatch.GetElapsedTime(started), GC.GetAllocatedBytesForCurrentThread() - before);
            costs.Add(($"seed {seed}, {name}", took.TotalSeconds, allocated));
            if (allocated > MostBytes)
            {
                findings.Add($"seed {seed}, {name}: {allocated / 1_000_000} MB");
            }

            // Only the long run, on a machine of its own, looks at the clock.
            if (Runs > Short && took > TimeSpan.FromSeconds(2))
            {
                findings.Add($"seed {seed}, {name}: {took.TotalSeconds:0.0} s");
            }
        });

        var (slowest, largest) = (costs.MaxBy(static cost => cost.Seconds), costs.MaxBy(static cost => cost.Bytes));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Runs} inputs; slowest {slowest.Seconds:0.00} s ({slowest.Input}), largest {largest.Bytes / 1e6:0} MB ({largest.Input})"));
        Assert.True(findings.IsEmpty, string.Join('\n', findings.Take(20)) + $"\n{findings.Count} findings");
    }

    private static void Check(ParseResult result)
    {
        switch (result)
        {
            case ParseResult.Parsed { Transcript: var transcript }:
                Assert.NotEmpty(transcript.Sentences);
                Assert.All(transcript.Sentences, sentence => Assert.InRange(sentence.End, sentence.Start + 1, transcript.Text.Length));
                Assert.NotEmpty(new PassageCutter(new PassageOptions()).Cut(transcript));
                break;
            case ParseResult.Rejected { Reason: var reason }:
                Assert.Contains(reason[^1], ".”");
                break;
            default:
                throw new UnreachableException();
        }
    }
}
