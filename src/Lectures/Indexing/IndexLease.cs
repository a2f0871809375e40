using Lucene.Net.Search;

namespace Lectures.Indexing;

/// <summary>The right to read one state of the index until disposed, whatever is committed meanwhile.</summary>
public sealed class IndexLease : IDisposable
{
    private readonly IndexSnapshot snapshot;
    private bool disposed;

    internal IndexLease(IndexSnapshot snapshot)
    {
        this.snapshot = snapshot;
        Manifest = snapshot.Manifest ?? throw new InvalidOperationException("A commit without a manifest is never leased.");
    }

    internal IndexSearcher Searcher => snapshot.Searcher;

    internal LectureCache Lectures => snapshot.Lectures;

    internal IndexManifest Manifest { get; }

    public int LectureCount => Manifest.Files.Values.Count(static file => file.Passages > 0);

    public int PassageCount => Manifest.Passages;

    public void Dispose()
    {
        if (!disposed)
        {
            disposed = true;
            snapshot.Release();
        }
    }
}
