using Lectures.Transcripts;
using Lucene.Net.Index;
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

    internal Vocabulary Vocabulary => snapshot.Vocabulary;

    internal LectureCache Cache => snapshot.Lectures;

    internal IndexManifest Manifest { get; }

    public int LectureCount => Manifest.Files.Values.Count(static file => file.Passages > 0);

    public int PassageCount => Manifest.Passages;

    /// <summary>All lectures, in the order of the index. Reads each from disk: for lists, not for answers.</summary>
    public IReadOnlyList<Lecture> Lectures()
    {
        var reader = Searcher.IndexReader;
        var lectures = new List<Lecture>();
        foreach (var file in Manifest.Files)
        {
            var block = Searcher.Search(new TermQuery(new Term(IndexFields.LectureId, LectureId.ForFile(file.Key).Value)), 1).ScoreDocs;
            if (block.Length > 0)
            {
                lectures.Add(LectureBlock.Read(reader, block[0].Doc).Transcript.Lecture);
            }
        }

        return lectures;
    }

    public void Dispose()
    {
        if (!disposed)
        {
            disposed = true;
            snapshot.Release();
        }
    }
}
