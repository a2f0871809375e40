using Lectures.Indexing;
using Lectures.Searching;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Bot.Tests.Lectures.Searching;

/// <summary>Against Lucene's own scorer of optional clauses: the same documents, in the same order, with the same scores.</summary>
public sealed class CandidateSearchTests
{
    private const string Field = "words";
    private const int Words = 30;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 7)]
    [InlineData(3, 80)]
    [InlineData(4, 1_000)]
    public void The_same_is_found_as_by_Lucene(int seed, int count)
    {
        var random = new Random(seed);
        using var directory = Index(random);
        using var reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader) { Similarity = RankingSimilarity.Create() };
        for (var round = 0; round < 50; round++)
        {
            List<Clause> clauses = [.. Enumerable.Range(0, random.Next(0, 9)).Select(_ => new Clause(Field, Word(random.Next(Words + 3)), 1 + random.NextSingle()))];
            var filter = random.Next(2) == 0 ? null : new QueryWrapperFilter(new TermQuery(new Term(Field, Word(random.Next(Words + 1)))));
            var all = new BooleanQuery(disableCoord: true);
            clauses.ForEach(clause => all.Add(new TermQuery(new Term(clause.Field, clause.Text)) { Boost = clause.Boost }, Occur.SHOULD));
            var expected = searcher.Search(all, filter, count).ScoreDocs;
            var found = CandidateSearch.Best(new TermLookup(reader), new CandidateQuery(clauses, []), filter, count);
            Assert.Equal(expected.Length, found.Count);
            Assert.All(found.Zip(expected), static pair => Assert.Equal(pair.Second.Score, pair.First.Score, 1e-4f));
            Assert.Equal(found.OrderByDescending(static hit => hit.Score).ThenBy(static hit => hit.Doc), found);
        }
    }

    private static RAMDirectory Index(Random random)
    {
        var directory = new RAMDirectory();
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48)) { Similarity = RankingSimilarity.Create() });
        for (var i = 0; i < 300; i++)
        {
            writer.AddDocument(new Document { new TextField(Field, string.Join(' ', Enumerable.Range(0, random.Next(1, 40)).Select(_ => Word(random.Next(1 + random.Next(Words))))), global::Lucene.Net.Documents.Field.Store.NO) });
            if (i % 80 == 79)
            {
                writer.Commit();
            }
        }

        writer.DeleteDocuments(new Term(Field, Word(Words - 1)));
        return directory;
    }

    private static string Word(int number) => $"w{number}";
}
