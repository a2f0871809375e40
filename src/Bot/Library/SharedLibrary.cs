using Lectures.Indexing;
using Lectures.Passages;
using Lectures.Semantics;
using Microsoft.Extensions.Options;

namespace Bot.Library;

/// <summary>The operator's library: the folder of lectures and the index of them, readable by all.</summary>
public sealed class SharedLibrary(IOptions<LibraryOptions> options, IOptions<PassageOptions> passages, SemanticStage semantics, PassageIndexer indexer) : IDisposable
{
    private int indexing;
    private readonly PassageIndex index = new(Path.Combine(options.Value.Store, options.Value.Index), passages.Value, semantics);

    public string LecturesFolder => options.Value.Lectures;

    public string IndexFolder => index.Folder;

    /// <summary>Whether this process is bringing the index in step just now.</summary>
    public bool IsIndexing => Volatile.Read(ref indexing) > 0;

    /// <summary>A lease on the last commit; null where there is none yet.</summary>
    public IndexLease? Lease() => index.Lease();

    /// <summary>Brings the index in step with the folder.</summary>
    /// <param name="all">Reads every file again.</param>
    public async Task<IndexOutcome> IndexAsync(bool all, IProgress<IndexProgress>? progress, CancellationToken cancellation)
    {
        Interlocked.Increment(ref indexing);
        try
        {
            return await indexer.IndexAsync(LecturesFolder, index, all, progress, cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref indexing);
        }
    }

    /// <summary>Makes the state in which the index is in step with the folder; nobody sees it until it is committed.</summary>
    public Task<PrepareOutcome> PrepareAsync(IProgress<IndexProgress>? progress, CancellationToken cancellation) =>
        indexer.PrepareAsync(LecturesFolder, index, all: false, progress, cancellation);

    public void Dispose() => index.Dispose();
}
