using Lectures.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lectures.Searching;

/// <summary>Reads passages' words for one question, each once.</summary>
internal sealed class PassageProfiles(IndexReader reader, QuestionTerms terms)
{
    private readonly IList<AtomicReaderContext> leaves = reader.Leaves;
    private readonly (NumericDocValues Ordinals, BinaryDocValues Terms)?[] values = new (NumericDocValues, BinaryDocValues)?[reader.Leaves.Count];
    private readonly Dictionary<int, PassageProfile> known = [];
    private readonly BytesRef bytes = new();

    public int Ordinal(int document)
    {
        var leaf = ReaderUtil.SubIndex(document, leaves);
        return (int)Values(leaf).Ordinals.Get(document - leaves[leaf].DocBase);
    }

    public PassageProfile Get(int document)
    {
        if (!known.TryGetValue(document, out var profile))
        {
            var leaf = ReaderUtil.SubIndex(document, leaves);
            Values(leaf).Terms.Get(document - leaves[leaf].DocBase, bytes);
            known[document] = profile = PassageProfile.Of(new PassageTerms(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length)), terms);
        }

        return profile;
    }

    /// <summary>The passage beside one, of the same lecture, or null.</summary>
    public PassageProfile? Beside(int document, int ordinal, int step)
    {
        var other = document + step;
        return ordinal + step >= 0 && other < reader.MaxDoc && (step < 0 || Ordinal(other) == ordinal + step) ? Get(other) : null;
    }

    private (NumericDocValues Ordinals, BinaryDocValues Terms) Values(int leaf) => values[leaf] ??=
        (leaves[leaf].AtomicReader.GetNumericDocValues(IndexFields.Ordinal), leaves[leaf].AtomicReader.GetBinaryDocValues(IndexFields.Terms));
}
