using Lectures.Passages;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Lectures.Indexing;

/// <summary>
/// The right to read one state of an index until disposed, whatever is committed meanwhile; or of two indexes as if they were one, whose
/// statistics, vocabulary and lists come from these two alone.
/// </summary>
public sealed class IndexLease : IDisposable
{
    private readonly IndexSnapshot shared;
    private readonly IndexSnapshot? own;
    private readonly SnapshotPair? pair;
    private readonly MultiReader? both;
    private bool disposed;

    internal IndexLease(IndexSnapshot snapshot)
    {
        shared = snapshot;
        Searcher = snapshot.Searcher;
        Manifests = [snapshot.Manifest ?? throw new InvalidOperationException("A commit without a manifest is never leased.")];
    }

    private IndexLease(IndexLease shared, IndexLease own)
    {
        this.shared = shared.shared;
        this.own = own.shared;
        pair = this.own.With(this.shared);
        both = new MultiReader([this.shared.Searcher.IndexReader, this.own.Searcher.IndexReader], closeSubReaders: false);
        Searcher = new IndexSearcher(both) { Similarity = RankingSimilarity.Create() };
        Manifests = [.. shared.Manifests, .. own.Manifests];

        // The reader of both keeps them open from here on.
        shared.Dispose();
        own.Dispose();
    }

    internal IndexSearcher Searcher { get; }

    internal Vocabulary Vocabulary => pair?.Vocabulary(shared) ?? shared.Vocabulary;

    /// <summary>The same for all leases on the same state or states: what is found out about them can be kept with it.</summary>
    internal object State => pair is null ? shared : pair;

    internal IReadOnlyList<IndexManifest> Manifests { get; }

    public int LectureCount => Manifests.Sum(static manifest => manifest.Files.Values.Count(static file => file.Passages > 0));

    public int PassageCount => Manifests.Sum(static manifest => manifest.Passages);

    /// <summary>Made when first asked for: reads every lecture once.</summary>
    public LibraryCatalog Catalog => pair?.Catalog(shared) ?? shared.Catalog;

    /// <summary>Two leases as one, which takes them over; null where both are.</summary>
    public static IndexLease? Together(IndexLease? shared, IndexLease? own) => (shared, own) switch
    {
        (null, _) => own,
        (_, null) => shared,
        _ => new IndexLease(shared, own),
    };

    /// <summary>A lecture by the number of its own document.</summary>
    internal IndexedLecture Lecture(int document)
    {
        var (snapshot, within) = SnapshotOf(document);
        return snapshot.Lecture(within);
    }

    /// <summary>A passage by the number of its lecture's document, with what <see cref="LectureReader.One"/> reads of its transcript.</summary>
    internal Passage Passage(int lectureDocument, int ordinal)
    {
        var (snapshot, within) = SnapshotOf(lectureDocument);
        return snapshot.Passage(within, ordinal);
    }

    private (IndexSnapshot Snapshot, int Document) SnapshotOf(int document) =>
        own is null || document < shared.Searcher.IndexReader.MaxDoc ? (shared, document) : (own, document - shared.Searcher.IndexReader.MaxDoc);

    /// <summary>A passage by its id, with no more of its transcript than belongs to it; null where the index has none of it, because its words changed or it was removed.</summary>
    public Passage? Find(string passageId)
    {
        var found = Searcher.Search(new TermQuery(new Term(IndexFields.PassageId, passageId)), 1).ScoreDocs;
        if (found.Length == 0)
        {
            return null;
        }

        var ordinal = new PassageOrdinals(Searcher.IndexReader).Of(found[0].Doc);
        return Passage(found[0].Doc - ordinal - 1, ordinal);
    }

    /// <summary>The passages of a lecture in order; empty where the index has no such lecture.</summary>
    public IReadOnlyList<Passage> PassagesOf(string lectureId)
    {
        var block = Searcher.Search(new TermQuery(new Term(IndexFields.LectureId, lectureId)), 1).ScoreDocs;
        return block.Length == 0 ? [] : Lecture(block[0].Doc).Passages;
    }

    /// <summary>The passages before and after one, of the same lecture, and itself between them, all of one transcript.</summary>
    /// <param name="before">How many, at most.</param>
    /// <param name="after">How many, at most.</param>
    public IReadOnlyList<Passage> Around(Passage passage, int before, int after)
    {
        var all = PassagesOf(passage.Transcript.Lecture.Id.Value);
        if (all.Count == 0)
        {
            return [passage];
        }

        var (first, last) = (Math.Max(0, passage.Ordinal - before), Math.Min(all.Count - 1, passage.Ordinal + after));
        return [.. all.Skip(first).Take(last - first + 1)];
    }

    public void Dispose()
    {
        if (!disposed)
        {
            disposed = true;
            if (both is not null)
            {
                both.Dispose();
            }
            else
            {
                shared.Release();
            }
        }
    }
}
