using Lucene.Net.Search.Similarities;

namespace Lectures.Indexing;

/// <summary>BM25 (Robertson and Zaragoza 2009), with length counting for little: passages are cut to one length, headings are short by nature.</summary>
internal static class RankingSimilarity
{
    public static Similarity Create() => new ByField();

    private sealed class ByField : PerFieldSimilarityWrapper
    {
        private readonly BM25Similarity words = new(k1: 0.9f, b: 0.4f);
        private readonly BM25Similarity headings = new(k1: 0.6f, b: 0.3f);

        public override Similarity Get(string name) => name is IndexFields.Body or IndexFields.Exact ? words : headings;
    }
}
