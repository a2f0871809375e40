using Lectures.Indexing;
using Lectures.Passages;
using Lectures.Transcripts;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace Bot.Tests.Lectures.Indexing;

/// <summary>A folder of lectures and an index of it, on disk or in another storage.</summary>
internal sealed class IndexRig : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TextAnalysis analysis = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public IndexRig() => Directory.CreateDirectory(IndexFolder);

    public string LecturesFolder => folder.File("lectures");

    public string IndexFolder => folder.File("store/library");

    /// <summary>Some sentences on one subject, different for each number.</summary>
    public static string Lecture(int number, int sentences = 12) => string.Join('\n', Enumerable.Range(0, sentences)
        .Select(i => $"In the year {1000 + number * 7 + i} the king of city{number} built wall{number}x{i} and gate{(number * 31 + i) % 97}. It stood for {i + 2} years."));

    public void Write(string file, string text) => folder.Write($"lectures/{file}", text);

    public void Write(string file, byte[] bytes) => folder.Write($"lectures/{file}", bytes);

    public void Delete(string file) => File.Delete(folder.File($"lectures/{file}"));

    public void Touch(string file) => File.SetLastWriteTimeUtc(folder.File($"lectures/{file}"), new DateTime(2024, 2, 2, 0, 0, 0, DateTimeKind.Utc));

    public PassageIndex Open(PassageOptions? passages = null) => new(IndexFolder, passages ?? new PassageOptions());

    public PassageIndex Open(LuceneDirectory storage) => new(IndexFolder, new PassageOptions(), () => storage);

    public Task<IndexOutcome> RunAsync(
        PassageIndex index, PassageOptions? passages = null, bool all = false, IProgress<IndexProgress>? progress = null, CancellationToken? cancellation = null)
    {
        var reader = new TranscriptReader(Options.Create(new TranscriptOptions()));
        var indexer = new PassageIndexer(reader, analysis, Options.Create(passages ?? new PassageOptions()), Semantics.SemanticRig.Stage(null), time, NullLogger<PassageIndexer>.Instance);
        return indexer.IndexAsync(LecturesFolder, index, all, progress, cancellation ?? TestContext.Current.CancellationToken);
    }

    /// <summary>Brings the index on disk in step and gives the report.</summary>
    public async Task<IndexReport> IndexAsync(PassageOptions? passages = null, bool all = false)
    {
        using var index = Open(passages);
        return Assert.IsType<IndexOutcome.InStep>(await RunAsync(index, passages, all)).Report;
    }

    public void Dispose()
    {
        analysis.Dispose();
        folder.Dispose();
    }
}
