using Lectures.Passages;
using Lucene.Net.Analysis.En;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Bot.Bench.Speed;

/// <summary>
/// What Lucene gives for nothing: one field of the passages' text through its EnglishAnalyzer, BM25 with k1 0.9 and b 0.4, every word
/// of the question optional. A search ends with the ten best document numbers; no text is read.
/// </summary>
internal sealed class PlainBm25 : IDisposable
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;
    private const string Text = "text";

    private readonly EnglishAnalyzer analyzer = new(Version);
    private readonly FSDirectory directory;
    private readonly DirectoryReader reader;
    private readonly IndexSearcher searcher;
    private readonly QueryBuilder builder;

    private PlainBm25(string folder, BM25Similarity similarity)
    {
        directory = FSDirectory.Open(folder);
        reader = DirectoryReader.Open(directory);
        searcher = new IndexSearcher(reader) { Similarity = similarity };
        builder = new QueryBuilder(analyzer);
    }

    /// <param name="passages">Read where the folder has no index yet.</param>
    public static PlainBm25 OpenOrWrite(IEnumerable<Passage> passages, string folder)
    {
        var similarity = new BM25Similarity(k1: 0.9f, b: 0.4f);
        using var target = FSDirectory.Open(folder);
        if (!DirectoryReader.IndexExists(target))
        {
            using var english = new EnglishAnalyzer(Version);
            using var writer = new IndexWriter(target, new IndexWriterConfig(Version, english) { Similarity = similarity });
            foreach (var passage in passages)
            {
                writer.AddDocument([new TextField(Text, passage.Text, Field.Store.NO)]);
            }

            writer.Commit();
        }

        return new PlainBm25(folder, similarity);
    }

    public int Search(string question) => builder.CreateBooleanQuery(Text, question) is { } query ? searcher.Search(query, 10).ScoreDocs.Length : 0;

    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
        analyzer.Dispose();
    }
}
