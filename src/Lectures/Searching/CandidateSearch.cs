using System.Buffers;
using System.Runtime.CompilerServices;
using Lectures.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Lectures.Searching;

/// <summary>
/// The best passages by the sum of several terms' BM25, one term after the other into one table of scores. Lucene's scorer of many optional clauses does the
/// same over windows of passages that it makes anew each time, 90 KB a segment and question, and each of its terms brings a table of lengths of its own.
/// </summary>
internal static class CandidateSearch
{
    /// <summary>A score a document of a segment; those of a million are kept for the next question.</summary>
    private static readonly ArrayPool<float> Tables = ArrayPool<float>.Create(1 << 20, Environment.ProcessorCount);

    /// <param name="filter">Null where every passage may be found.</param>
    /// <returns>At most <paramref name="count"/>, the best first; of equal ones the first in the index.</returns>
    public static List<ScoreDoc> Best(TermLookup lookup, CandidateQuery query, Filter? filter, int count)
    {
        var best = new PriorityQueue<int, (float Score, int Document)>(count + 1, WorstFirst.Instance);
        var found = new List<int>();
        foreach (var leaf in lookup.Leaves)
        {
            var scores = Tables.Rent(leaf.AtomicReader.MaxDoc);
            found.Clear();
            scores.AsSpan(0, leaf.AtomicReader.MaxDoc).Clear();
            foreach (var clause in query.Clauses)
            {
                Add(clause, lookup, leaf, scores, found);
            }

            foreach (var (documents, boost) in query.Found)
            {
                Add(documents, boost * RankingSimilarity.Idf(lookup.Reader.MaxDoc, documents.Count), leaf, scores, found);
            }

            var allowed = filter is null ? null : Allowed(filter, leaf);
            foreach (var document in found)
            {
                var key = (scores[document], leaf.DocBase + document);
                if (allowed?.Get(document) != false && (best.Count < count || (best.TryPeek(out _, out var worst) && WorstFirst.Instance.Compare(key, worst) > 0)))
                {
                    best.Enqueue(key.Item2, key);
                    if (best.Count > count)
                    {
                        best.Dequeue();
                    }
                }
            }

            Tables.Return(scores);
        }

        var ranked = new List<ScoreDoc>(best.Count);
        while (best.TryDequeue(out var document, out var key))
        {
            ranked.Add(new ScoreDoc(document, key.Score));
        }

        ranked.Reverse();
        return ranked;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(Clause clause, TermLookup lookup, AtomicReaderContext leaf, float[] scores, List<int> found)
    {
        if (lookup.Postings(leaf.Ord, clause.Field, clause.Text, withFrequencies: true) is not { } postings)
        {
            return;
        }

        var (k1, _) = RankingSimilarity.Of(clause.Field);
        var most = clause.Boost * RankingSimilarity.Idf(lookup.Reader.MaxDoc, lookup.DocFreq(clause.Field, clause.Text)) * (k1 + 1);
        var lengths = lookup.Lengths(clause.Field);
        var norms = leaf.AtomicReader.GetNormValues(clause.Field);
        for (var document = postings.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = postings.NextDoc())
        {
            var frequency = (float)postings.Freq;
            Add(scores, document, most * frequency / (frequency + (norms is null ? k1 : lengths[(byte)norms.Get(document)])), found);
        }
    }

    private static void Add(IReadOnlyList<int> documents, float score, AtomicReaderContext leaf, float[] scores, List<int> found)
    {
        foreach (var document in documents.Where(document => document >= leaf.DocBase && document < leaf.DocBase + leaf.AtomicReader.MaxDoc))
        {
            Add(scores, document - leaf.DocBase, score, found);
        }
    }

    private static void Add(float[] scores, int document, float score, List<int> found)
    {
        if (scores[document] == 0)
        {
            found.Add(document);
        }

        scores[document] += score;
    }

    private static FixedBitSet Allowed(Filter filter, AtomicReaderContext leaf)
    {
        var allowed = new FixedBitSet(leaf.AtomicReader.MaxDoc);
        if (filter.GetDocIdSet(leaf, leaf.AtomicReader.LiveDocs)?.GetIterator() is { } documents)
        {
            allowed.Or(documents);
        }

        return allowed;
    }

    private sealed class WorstFirst : IComparer<(float Score, int Document)>
    {
        public static readonly WorstFirst Instance = new();

        public int Compare((float Score, int Document) x, (float Score, int Document) y)
        {
            var byScore = x.Score.CompareTo(y.Score);
            return byScore != 0 ? byScore : y.Document.CompareTo(x.Document);
        }
    }
}
