using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace Lectures.Indexing;

/// <summary>BM25 (Robertson and Zaragoza 2009), with length counting for little: passages are cut to one length, headings are short by nature.</summary>
internal static class RankingSimilarity
{
    private static readonly (float K1, float B) Words = (0.9f, 0.4f);
    private static readonly (float K1, float B) Headings = (0.6f, 0.3f);

    public static Similarity Create() => new ByField();

    /// <summary>How soon a field's frequencies saturate, and how much its length counts.</summary>
    public static (float K1, float B) Of(string field) => field is IndexFields.Body or IndexFields.Exact ? Words : Headings;

    /// <summary>How many words a field of a document has, as far as the byte tells that Lucene keeps of it.</summary>
    public static float Length(byte norm) => SmallSingle.Byte315ToSingle(norm) is > 0 and var root ? 1 / (root * root) : float.MaxValue;

    /// <summary>What a term of so many documents tells.</summary>
    public static float Idf(long documents, int frequency) => (float)Math.Log(1 + (documents - frequency + 0.5) / (frequency + 0.5));

    private sealed class ByField : PerFieldSimilarityWrapper
    {
        private readonly BM25Similarity words = new(Words.K1, Words.B);
        private readonly BM25Similarity headings = new(Headings.K1, Headings.B);

        public override Similarity Get(string name) => Of(name) == Words ? words : headings;
    }
}
