using Lectures.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Lectures.Searching;

/// <summary>The passages whose vectors are nearest to a question's.</summary>
/// <param name="Documents">With their cosines, the nearest first.</param>
/// <param name="StandsOut">
/// How far the nearest lies off the mean of all, in deviations, over what the greatest of as many normal numbers would: √(2 ln n).
/// </param>
internal sealed record Nearest(IReadOnlyList<(int Document, float Cosine)> Documents, float StandsOut)
{
    private static readonly Nearest None = new([], 0);

    /// <param name="filter">What is searched; null for everything.</param>
    public static Nearest Find(IndexReader reader, IndexedMeanings meanings, byte[] question, int dimensions, Filter? filter, int most)
    {
        var best = new PriorityQueue<int, float>(most + 1);
        var (count, sum, squares) = (0, 0.0, 0.0);
        foreach (var leaf in reader.Leaves)
        {
            if (meanings.Block(leaf.AtomicReader, dimensions) is not { } block)
            {
                continue;
            }

            var live = leaf.AtomicReader.LiveDocs;
            var within = filter is null ? null : Within(filter, leaf);
            for (var i = 0; i < block.Count; i++)
            {
                var document = block.Document(i);
                if (live?.Get(document) == false || within?.Get(document) == false)
                {
                    continue;
                }

                var cosine = block.Cosine(i, question);
                count++;
                sum += cosine;
                squares += (double)cosine * cosine;
                if (best.Count < most)
                {
                    best.Enqueue(leaf.DocBase + document, cosine);
                }
                else if (best.TryPeek(out _, out var least) && cosine > least)
                {
                    best.DequeueEnqueue(leaf.DocBase + document, cosine);
                }
            }
        }

        if (count == 0)
        {
            return None;
        }

        List<(int Document, float Cosine)> nearest = [.. best.UnorderedItems.OrderByDescending(static one => one.Priority).ThenBy(static one => one.Element)];
        var mean = sum / count;
        var deviation = Math.Sqrt(Math.Max(0, squares / count - mean * mean));
        return new Nearest(nearest, count < 3 || deviation < 1e-6 ? 0 : (float)((nearest[0].Cosine - mean) / deviation / Math.Sqrt(2 * Math.Log(count))));
    }

    private static FixedBitSet Within(Filter filter, AtomicReaderContext leaf)
    {
        var bits = new FixedBitSet(Math.Max(1, leaf.AtomicReader.MaxDoc));
        if (filter.GetDocIdSet(leaf, acceptDocs: null)?.GetIterator() is { } documents)
        {
            bits.Or(documents);
        }

        return bits;
    }
}
