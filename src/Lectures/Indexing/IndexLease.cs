using Lectures.Passages;
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

    /// <summary>Made when first asked for: reads every lecture once.</summary>
    public LibraryCatalog Catalog => snapshot.Catalog;

    /// <summary>A passage by its id; null where the index has none of it, because its words changed or it was removed.</summary>
    public Passage? Find(string passageId)
    {
        var found = Searcher.Search(new TermQuery(new Term(IndexFields.PassageId, passageId)), 1).ScoreDocs;
        if (found.Length == 0)
        {
            return null;
        }

        var ordinal = new PassageOrdinals(Searcher.IndexReader).Of(found[0].Doc);
        return Cache.Get(found[0].Doc - ordinal - 1).Passages[ordinal];
    }

    /// <summary>The passages before and after one, of the same lecture.</summary>
    /// <param name="before">How many, at most.</param>
    /// <param name="after">How many, at most.</param>
    public IReadOnlyList<Passage> Around(Passage passage, int before, int after)
    {
        var block = Searcher.Search(new TermQuery(new Term(IndexFields.LectureId, passage.Transcript.Lecture.Id.Value)), 1).ScoreDocs;
        if (block.Length == 0)
        {
            return [passage];
        }

        var all = Cache.Get(block[0].Doc).Passages;
        var (first, last) = (Math.Max(0, passage.Ordinal - before), Math.Min(all.Count - 1, passage.Ordinal + after));
        return [.. all.Skip(first).Take(last - first + 1)];
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
