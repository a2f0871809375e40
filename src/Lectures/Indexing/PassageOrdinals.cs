using Lucene.Net.Index;

namespace Lectures.Indexing;

/// <summary>Where passages stand in their lectures.</summary>
internal sealed class PassageOrdinals(IndexReader reader)
{
    private readonly IList<AtomicReaderContext> leaves = reader.Leaves;

    public int Of(int document)
    {
        var leaf = leaves[ReaderUtil.SubIndex(document, leaves)];
        return (int)leaf.AtomicReader.GetNumericDocValues(IndexFields.Ordinal).Get(document - leaf.DocBase);
    }
}
