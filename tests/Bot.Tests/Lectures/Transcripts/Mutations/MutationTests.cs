using System.Diagnostics;
using System.Globalization;
using Lectures.Passages;
using Lectures.Transcripts;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Lectures.Transcripts.Mutations;

/// <summary>
/// Whatever a file holds, reading it ends with a transcript or a rejection. The long run is
/// <c>CLIO_MUTATIONS=100000 dotnet test -c Release --filter-class "*MutationTests"</c>; it also holds every input to two seconds and
/// 200 MB of allocation.
/// </summary>
public class MutationTests
{
    private const int Short = 1_200;
    private const long MostBytes = 200_000_000;

    private static readonly int Runs = int.TryParse(Environment.GetEnvironmentVariable("CLIO_MUTATIONS"), CultureInfo.InvariantCulture, out var runs) ? runs : Short;

    [Fact]
    public void Broken_files_are_read_or_rejected_and_never_anything_else()
    {
        var good = Directory.EnumerateFiles(Repository.Data("transcripts"), "*", SearchOption.AllDirectories)
            .Where(static file => !file.EndsWith(".expected", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(static file => (Path.GetFileName(file), File.ReadAllBytes(file))).ToList();
        var mutator = new TranscriptMutator(good);
        var reader = new TranscriptReader(Options.Create(new TranscriptOptions()));
        var findings = new System.Collections.Concurrent.ConcurrentBag<string>();
        var slowest = 0.0;

        Parallel.For(0, Runs, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, seed =>
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
            slowest = Math.Max(slowest, took.TotalSeconds);
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

        TestContext.Current.TestOutputHelper?.WriteLine($"{Runs} inputs, slowest {slowest:0.00} s");
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
