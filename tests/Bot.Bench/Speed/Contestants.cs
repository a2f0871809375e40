using Bot.Bench.Material;
using Lectures.Answers;
using Lectures.Indexing;

namespace Bot.Bench.Speed;

/// <summary>Clio and plain BM25 over the same passages, each with its index on disk.</summary>
internal sealed class Contestants : IDisposable
{
    private const int Hits = 10;

    private readonly TemporaryFolder folder = new();
    private readonly IndexedLibrary library;
    private readonly IndexLease lease;
    private readonly Answerer answerer;
    private readonly PlainBm25 plain;

    public Contestants(QuestionSet set)
    {
        (library, _) = IndexedLibrary.CreateAsync(set.Lectures, folder["clio"]).GetAwaiter().GetResult();
        lease = library.Lease();
        answerer = library.Answerer;
        plain = PlainBm25.OpenOrWrite(library.EachPassage(), folder["plain"]);
    }

    public int PassageCount => lease.PassageCount;

    /// <summary>The whole way from a question's text to ten excerpts, as eval goes it.</summary>
    public Answer Clio(string question) => answerer.Ask(lease, question, Hits);

    public int Plain(string question) => plain.Search(question);

    public void Dispose()
    {
        plain.Dispose();
        lease.Dispose();
        library.Dispose();
        folder.Dispose();
    }
}
