using Lectures.Passages;
using Lectures.Transcripts;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Lectures.Indexing;

/// <summary>One commit of the index, opened. It is replaced as a whole, never changed, and closes when the last lease on it ends.</summary>
internal sealed class IndexSnapshot
{
    private readonly DirectoryReader reader;
    private readonly PassageCache passages;
    private readonly Lazy<Vocabulary> vocabulary;
    private readonly Lazy<LibraryCatalog> catalog;

    private readonly Lock gate = new();
    private SnapshotPair? pair;

    /// <param name="manifest">Of a state that is not committed yet; null to read the commit's.</param>
    public IndexSnapshot(DirectoryReader reader, PassageCache passages, SegmentVocabularies vocabularies, IndexManifest? manifest = null)
    {
        this.reader = reader;
        Searcher = new IndexSearcher(reader) { Similarity = RankingSimilarity.Create() };
        Manifest = manifest ?? IndexManifest.From(reader.IndexCommit.UserData);
        vocabulary = new Lazy<Vocabulary>(() => vocabularies.Of(reader));
        catalog = new Lazy<LibraryCatalog>(ReadCatalog);
        this.passages = passages;
    }

    public IndexSearcher Searcher { get; }

    public IndexedLecture Lecture(int document) => LectureBlock.Read(reader, document);

    public Passage Passage(int lectureDocument, int ordinal) => passages.Get(reader, lectureDocument, ordinal);

    /// <summary>The number of a lecture's own document; null where there is none.</summary>
    public int? Document(LectureId lecture) =>
        Searcher.Search(new TermQuery(new Term(IndexFields.LectureId, lecture.Value)), 1).ScoreDocs is [var first] ? first.Doc : null;

    /// <summary>Null where the commit was not written by Clio.</summary>
    public IndexManifest? Manifest { get; }

    /// <summary>Read when a question first needs it.</summary>
    public Vocabulary Vocabulary => vocabulary.Value;

    public LibraryCatalog Catalog => catalog.Value;

    /// <summary>Reads what the first question would have to wait for.</summary>
    public void Warm() => _ = vocabulary.Value;

    /// <summary>This state and a shared one; the same pair until one of them is another.</summary>
    public SnapshotPair With(IndexSnapshot shared)
    {
        lock (gate)
        {
            return pair?.IsWith(shared) == true ? pair : pair = new SnapshotPair(shared, this);
        }
    }

    public bool TryKeep() => reader.TryIncRef();

    public void Release() => reader.DecRef();

    /// <summary>The state after this one, or null while this is the newest.</summary>
    public DirectoryReader? Newer() => DirectoryReader.OpenIfChanged(reader);

    private LibraryCatalog ReadCatalog() => LibraryCatalog.Of((Manifest?.Files ?? new Dictionary<string, IndexedFile>())
        .Where(static file => file.Value.Passages > 0)
        .Select(file => Document(LectureId.ForFile(file.Key)))
        .OfType<int>()
        .Select(document => Lecture(document).Transcript));
}
