using System.IO.Compression;
using System.Text;
using Bot.Library;
using Bot.Storage;
using Lectures.Answers;
using Lectures.Transcripts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Library;

/// <summary>A store, a folder of shared lectures and the library over both, in virtual time; another rig on the same home is a restart.</summary>
internal sealed class LibraryRig : IDisposable
{
    public const string Moderator = "77";

    private readonly TemporaryFolder? folder;
    private readonly ServiceProvider services;

    /// <param name="home">A home that is there; null for an empty one of the rig's own.</param>
    /// <param name="store">Null for the home's.</param>
    public LibraryRig(string? home = null, string? store = null, DateTimeOffset? now = null)
    {
        folder = home is null ? new TemporaryFolder() : null;
        Home = home ?? folder!.Path;
        Directory.CreateDirectory(LecturesFolder);
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Library:Lectures"] = LecturesFolder,
            ["Library:Store"] = store ?? Path.Combine(Home, "index", "store"),
            ["Library:Names"] = Path.Combine(Repository.Root, "index", "names.txt"),
        }).Build();
        Time = new FakeTimeProvider(now ?? new DateTimeOffset(2025, 3, 5, 12, 0, 0, TimeSpan.Zero));
        services = new ServiceCollection().AddSingleton(typeof(ILogger<>), typeof(NullLogger<>)).AddSingleton<IConfiguration>(settings)
            .AddClio(settings, Home).AddSingleton<TimeProvider>(Time).BuildServiceProvider();
    }

    public string Home { get; }

    public string LecturesFolder => Path.Combine(Home, "index", "lectures");

    public FakeTimeProvider Time { get; }

    public static ServerId Server(int number) => ServerId.From($"{1000 + number}")!.Value;

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public static UploadedFile File(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    public static UploadedFile Zip(params (string Name, string Text)[] entries) => new("lectures.zip", ZipOf([.. entries.Select(static entry => (entry.Name, Encoding.UTF8.GetBytes(entry.Text)))]));

    public static byte[] ZipOf(params (string Name, byte[] Bytes)[] entries)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                stream.Write(bytes);
            }
        }

        return buffer.ToArray();
    }

    /// <summary>Brings the shared lectures in step.</summary>
    public async Task ShareAsync(string file, string text)
    {
        System.IO.File.WriteAllText(Path.Combine(LecturesFolder, file), text);
        Assert.IsType<global::Lectures.Indexing.IndexOutcome.InStep>(await Get<SharedLibrary>().IndexAsync(all: false, progress: null, Stop));
    }

    public Task<AddResults> AddAsync(ServerId server, GivenDetails given, params UploadedFile[] files) => Get<Uploads>().AddAsync(server, Moderator, files, given, null, Stop);

    /// <summary>Adds one file and publishes it.</summary>
    public async Task<LectureSummary> PublishAsync(ServerId server, string title, string text)
    {
        var added = await AddAsync(server, new GivenDetails { Title = title }, File($"{title}.txt", text));
        var published = Assert.IsType<PublishResult.Published>(await Get<Uploads>().PublishAsync(server, Moderator, Assert.IsType<string>(added.Batch), Stop));
        return Assert.Single(published.Lectures);
    }

    public Task<RemoveResult> RemoveAsync(ServerId server, string lecture) => Get<LectureChanges>().RemoveAsync(server, Moderator, lecture, Stop);

    /// <summary>The answer's excerpts, or the closest.</summary>
    public (double Confidence, IReadOnlyList<Excerpt> Excerpts) Ask(ServerId? server, string question)
    {
        var libraries = Get<ServerLibraries>();
        using var lease = libraries.Lease(server);
        return lease is null ? (0, []) : Get<Answerer>().Ask(lease, question, 10, null, libraries.Names(server)) switch
        {
            Answer.Found found => (found.Confidence, found.Excerpts),
            Answer.NotFound closest => (closest.Confidence, closest.Closest),
            _ => (0, []),
        };
    }

    /// <summary>Titles of the lectures that a question is answered from, or that come closest.</summary>
    public IReadOnlyList<string> Titles(ServerId? server, string question) =>
        [.. Ask(server, question).Excerpts.Select(static excerpt => excerpt.Passage.Transcript.Lecture.Title).Distinct()];

    public void Dispose()
    {
        services.Dispose();
        folder?.Dispose();
    }
}
