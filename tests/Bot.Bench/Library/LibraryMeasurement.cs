using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Bot.Bench.Indexing;
using Bot.Bench.Material;
using Bot.Library;
using Bot.Storage;
using Lectures.Answers;
using Lectures.Indexing;
using Lectures.Transcripts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Bench.Library;

/// <summary>
/// One changed lecture in a library of 2,000, in the operator's folder and among a server's uploads: how long until it is found, and what
/// a question takes meanwhile beside what it takes alone.
/// </summary>
internal static class LibraryMeasurement
{
    private const int Lectures = 2_000;
    private const int WarmUp = 5;
    private const int Rounds = 25;
    private const int PerZip = 100;

    private static readonly ServerId Server = ServerId.From("1000") ?? throw new InvalidOperationException();

    public static async Task RunAsync(string[] arguments)
    {
        var count = arguments is [var number, ..] ? int.Parse(number, CultureInfo.InvariantCulture) : Lectures;
        using var folder = new TemporaryFolder();
        GeneratedLibrary.Write(folder["lectures"], count);
        await using var services = Services(folder);
        var shared = services.GetRequiredService<SharedLibrary>();
        await InStepAsync(shared);
        await UploadAsync(services, folder["lectures"], count);
        using (var lease = services.GetRequiredService<ServerLibraries>().Lease(Server))
        {
            Print($"{count:#,0} lectures in the folder and as many uploads, {lease?.PassageCount:#,0} passages together; {Environment.ProcessorCount} processors; {WarmUp} rounds to warm up, {Rounds} counted");
        }

        var files = Directory.EnumerateFiles(folder["lectures"], "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var asker = new Asker(services, QuestionSet.Load().Questions);
        await asker.AloneAsync(TimeSpan.FromSeconds(5));
        await MeasureAsync("nothing changed, but a thread that only counts for as long", asker, static _ => Task.FromResult<Func<Task>>(() => Task.Run(Count)));
        await MeasureAsync("a changed file of the folder", asker, async round =>
        {
            await File.AppendAllTextAsync(files[round * 7], $"\nIn round {round} the lecturer added one more sentence on the treaty.\n");
            return () => InStepAsync(shared);
        });
        await MeasureAsync("a changed upload of a server", asker, async round =>
        {
            var text = await File.ReadAllBytesAsync(files[round * 7]);
            var added = await services.GetRequiredService<Uploads>().AddAsync(
                Server, "1", [new UploadedFile("changed.txt", (byte[])[.. text, .. "\nOne more sentence on the treaty was added.\n"u8])], new GivenDetails { Title = $"Changed {round}" }, null, CancellationToken.None);
            return async () => _ = await services.GetRequiredService<Uploads>().PublishAsync(Server, "1", added.Batch ?? "", CancellationToken.None) as PublishResult.Published
                ?? throw new InvalidOperationException("It was not published.");
        });
    }

    private static async Task MeasureAsync(string what, Asker asker, Func<int, Task<Func<Task>>> prepare)
    {
        var (times, pauses) = (new Series(), new Series());
        for (var round = 0; round < WarmUp + Rounds; round++)
        {
            if (round == WarmUp)
            {
                asker.Clear();
                (times, pauses) = (new Series(), new Series());
            }

            // In turn, so that both see the same machine and the same state after the last commit.
            var run = await prepare(round);
            await asker.AloneAsync(TimeSpan.FromMilliseconds(300));
            var (started, paused) = (Stopwatch.GetTimestamp(), GC.GetTotalPauseDuration());
            await asker.DuringAsync(run);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            pauses.Add((GC.GetTotalPauseDuration() - paused).TotalMilliseconds);
        }

        Print($"{what}: {times.Text("0")} ms, of which collections {pauses.Text("0")} ms");
        Print($"  a question alone: median {asker.Alone.Median:0.00} ms; meanwhile: median {asker.Meanwhile.Median:0.00} ms, p99 {asker.Meanwhile.Quantile(0.99):0.0} ms, {asker.Meanwhile.Count} questions; ratio {asker.Meanwhile.Median / asker.Alone.Median:0.00}");
    }

    /// <summary>What any other work on this machine would cost the questions.</summary>
    private static void Count()
    {
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started).TotalMilliseconds < 200)
        {
        }
    }

    private static async Task InStepAsync(SharedLibrary shared)
    {
        if (await shared.IndexAsync(all: false, progress: null, CancellationToken.None) is not IndexOutcome.InStep)
        {
            throw new InvalidOperationException("The folder could not be indexed.");
        }
    }

    private static async Task UploadAsync(ServiceProvider services, string lectures, int count)
    {
        var files = Directory.EnumerateFiles(lectures, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Take(count).ToList();
        foreach (var chunk in files.Chunk(PerZip).Select(static (files, number) => (files, number)))
        {
            using var buffer = new MemoryStream();
            using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
            {
                for (var i = 0; i < chunk.files.Length; i++)
                {
                    // The words alone: a title in the text would make one lecture of all copies.
                    using var stream = new StreamWriter(zip.CreateEntry(string.Create(CultureInfo.InvariantCulture, $"part {chunk.number}/upload {i}.txt"), CompressionLevel.Fastest).Open());
                    await stream.WriteAsync(string.Join("\n", (await File.ReadAllLinesAsync(chunk.files[i])).Where(static line => line.Length > 100)));
                }
            }

            var uploads = services.GetRequiredService<Uploads>();
            var added = await uploads.AddAsync(Server, "1", [new UploadedFile("all.zip", buffer.ToArray())], GivenDetails.None, null, CancellationToken.None);
            _ = await uploads.PublishAsync(Server, "1", added.Batch ?? "", CancellationToken.None) as PublishResult.Published ?? throw new InvalidOperationException("A zip was not published.");
        }
    }

    private static ServiceProvider Services(TemporaryFolder folder)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Library:Lectures"] = folder["lectures"],
            ["Library:Store"] = folder["store"],
            ["Library:Names"] = Path.Combine(Repository.Root, "index", "names.txt"),
        }).Build();
        return new ServiceCollection().AddSingleton(typeof(ILogger<>), typeof(NullLogger<>)).AddSingleton<IConfiguration>(settings).AddClio(settings, folder.Path).BuildServiceProvider();
    }

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));

    /// <summary>Asks one question after the other on a thread of its own.</summary>
    private sealed class Asker(ServiceProvider services, IReadOnlyList<string> questions)
    {
        private int next;

        public Series Alone { get; private set; } = new();

        public Series Meanwhile { get; private set; } = new();

        public void Clear() => (Alone, Meanwhile) = (new Series(), new Series());

        public Task AloneAsync(TimeSpan time) => Task.Run(() => Ask(Alone, Task.Delay(time)));

        public async Task DuringAsync(Func<Task> run)
        {
            var running = Task.Run(run);
            await Task.Run(() => Ask(Meanwhile, running));
            await running;
        }

        private void Ask(Series series, Task until)
        {
            var (libraries, answerer) = (services.GetRequiredService<ServerLibraries>(), services.GetRequiredService<Answerer>());
            while (!until.IsCompleted)
            {
                var started = Stopwatch.GetTimestamp();
                using var lease = libraries.Lease(Server) ?? throw new InvalidOperationException("There is nothing to ask.");
                answerer.Ask(lease, questions[next++ % questions.Count], 3);
                series.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }
    }
}
