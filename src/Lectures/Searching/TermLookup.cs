using Lectures.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lectures.Searching;

/// <summary>
/// Looks up one question's terms in one state of the index, each once: how many passages hold it is asked by weights, query and lectures
/// alike, and Lucene would search its dictionary each time with a new enumerator.
/// </summary>
internal sealed class TermLookup(IndexReader reader)
{
    private readonly Dictionary<(string Field, string Text), TermContext> known = [];
    private readonly Dictionary<string, TermsEnum?[]> enumerators = new(StringComparer.Ordinal);
    private readonly Dictionary<string, float[]> lengths = new(StringComparer.Ordinal);
    private readonly IList<AtomicReaderContext> leaves = reader.Leaves;
    private readonly BytesRef bytes = new();
    private DocsEnum? postings;

    public IndexReader Reader => reader;

    public IList<AtomicReaderContext> Leaves => leaves;

    /// <summary>In how many passages a term is.</summary>
    public int DocFreq(string field, string text) => States(field, text).DocFreq;

    /// <summary>The same for a term that is not asked about again.</summary>
    public int Count(string field, string text)
    {
        bytes.CopyChars(text);
        var count = 0;
        foreach (var terms in Enumerators(field))
        {
            count += terms?.SeekExact(bytes) == true ? terms.DocFreq : 0;
        }

        return count;
    }

    private TermContext States(string field, string text)
    {
        if (!known.TryGetValue((field, text), out var states))
        {
            states = new TermContext(reader.Context);
            bytes.CopyChars(text);
            var ofField = Enumerators(field);
            for (var leaf = 0; leaf < ofField.Length; leaf++)
            {
                if (ofField[leaf] is { } terms && terms.SeekExact(bytes))
                {
                    states.Register(terms.GetTermState(), leaf, terms.DocFreq, terms.TotalTermFreq);
                }
            }

            known[(field, text)] = states;
        }

        return states;
    }

    /// <summary>The documents of a segment that hold a term, valid until the next call; null where none does.</summary>
    public DocsEnum? Postings(int leaf, string field, string text, bool withFrequencies = false)
    {
        if (States(field, text).Get(leaf) is not { } state || Enumerators(field)[leaf] is not { } terms)
        {
            return null;
        }

        bytes.CopyChars(text);
        terms.SeekExact(bytes, state);
        return postings = terms.Docs(leaves[leaf].AtomicReader.LiveDocs, postings, withFrequencies ? DocsFlags.FREQS : DocsFlags.NONE);
    }

    /// <summary>BM25's k₁(1 − b + b·length/average length) for each byte that Lucene keeps of a field's length.</summary>
    public ReadOnlySpan<float> Lengths(string field)
    {
        if (!lengths.TryGetValue(field, out var ofField))
        {
            var occurrences = leaves.Sum(leaf => Math.Max(0, leaf.AtomicReader.GetTerms(field)?.SumTotalTermFreq ?? 0));
            var average = occurrences > 0 ? (float)(occurrences / (double)reader.MaxDoc) : 1;
            var (k1, b) = RankingSimilarity.Of(field);
            lengths[field] = ofField = [.. Enumerable.Range(0, 256).Select(norm => k1 * (1 - b + b * RankingSimilarity.Length((byte)norm) / average))];
        }

        return ofField;
    }

    private TermsEnum?[] Enumerators(string field)
    {
        if (!enumerators.TryGetValue(field, out var ofField))
        {
            enumerators[field] = ofField = [.. leaves.Select(leaf => leaf.AtomicReader.GetTerms(field)?.GetEnumerator())];
        }

        return ofField;
    }
}
