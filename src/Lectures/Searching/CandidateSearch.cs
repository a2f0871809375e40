using System.Buffers;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Lectures.Searching;

/// <summary>
/// The best passages by the sum of several queries' scores, one query after the other (term at a time) into one table of scores. Lucene's
/// scorer of many optional clauses does the same over windows of passages that it makes anew each time: 90 KB a segment and question.
/// </summary>
internal static class CandidateSearch
{
    /// <summary>A score a document of a segment; those of a million are kept for the next question.</summary>
    private static readonly ArrayPool<float> Tables = ArrayPool<float>.Create(1 << 20, Environment.ProcessorCount);

    /// <param name="filter">Null where every passage may be found.</param>
    /// <returns>At most <paramref name="count"/>, the best first; of equal ones the first in the index.</returns>
    public static List<ScoreDoc> Best(IndexSearcher searcher, IReadOnlyList<Query> queries, Filter? filter, int count)
    {
        Weight[] weights = [.. queries.Select(searcher.CreateNormalizedWeight)];
        var best = new PriorityQueue<int, (float Score, int Document)>(count + 1, WorstFirst.Instance);
        var found = new List<int>();
        foreach (var leaf in searcher.IndexReader.Leaves)
        {
            var scores = Tables.Rent(leaf.AtomicReader.MaxDoc);
            found.Clear();
            scores.AsSpan(0, leaf.AtomicReader.MaxDoc).Clear();
            foreach (var weight in weights)
            {
                Add(weight.GetScorer(leaf, leaf.AtomicReader.LiveDocs), scores, found);
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

    private static void Add(Scorer? scorer, float[] scores, List<int> found)
    {
        for (var document = scorer?.NextDoc() ?? DocIdSetIterator.NO_MORE_DOCS; document != DocIdSetIterator.NO_MORE_DOCS; document = scorer!.NextDoc())
        {
            if (scores[document] == 0)
            {
                found.Add(document);
            }

            scores[document] += scorer!.GetScore();
        }
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
