using Lectures.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Lectures.Searching;

/// <summary>From a question to hits: Lucene finds candidates, then passages and their sentences are ranked by the words they hold.</summary>
internal static class PassageSearcher
{
    private const int Candidates = 30;

    /// <summary>Hits in rank order, best first, and what the question's terms weigh in this index.</summary>
    public static (IReadOnlyList<Hit> Hits, TermWeights Weights) Search(IndexLease lease, Question question)
    {
        var searcher = lease.Searcher;
        var weights = new TermWeights(question, searcher.IndexReader);
        var found = searcher.Search(QueryBuilder.Build(question), Candidates).ScoreDocs;
        var hits = new List<Hit>(found.Length);
        foreach (var candidate in found)
        {
            hits.Add(Read(lease, candidate, weights));
        }

        return (hits, weights);
    }

    private static Hit Read(IndexLease lease, ScoreDoc candidate, TermWeights weights)
    {
        var leaves = lease.Searcher.IndexReader.Leaves;
        var leaf = leaves[ReaderUtil.SubIndex(candidate.Doc, leaves)];
        var document = candidate.Doc - leaf.DocBase;
        var ordinal = (int)leaf.AtomicReader.GetNumericDocValues(IndexFields.Ordinal).Get(document);
        var bytes = new BytesRef();
        leaf.AtomicReader.GetBinaryDocValues(IndexFields.Terms).Get(document, bytes);
        var terms = new PassageTerms(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length));
        var (coverage, sentences) = SentenceRanking.Score(terms, weights);
        var passage = lease.Cache.Get(candidate.Doc - ordinal - 1).Passages[ordinal];
        return new Hit(passage, candidate.Score, coverage, sentences);
    }
}
