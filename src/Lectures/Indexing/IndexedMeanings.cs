using System.Runtime.CompilerServices;
using Lectures.Semantics;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lectures.Indexing;

/// <summary>Vectors as the index holds them. Those of passages are scanned by every question, so they are kept in memory, segment by segment.</summary>
internal sealed class IndexedMeanings
{
    private readonly ConditionalWeakTable<object, MeaningBlock> blocks = [];

    /// <summary>All passages' vectors of a segment; null where it holds none.</summary>
    public MeaningBlock? Block(AtomicReader segment, int dimensions)
    {
        if (segment.GetBinaryDocValues(IndexFields.Meaning) is not { } values)
        {
            return null;
        }

        var block = blocks.GetValue(segment.CoreCacheKey, _ => MeaningBlock.Read(values, segment.MaxDoc, dimensions));
        return block.Dimensions == dimensions ? block : null;
    }

    /// <summary>The vectors of a lecture by the texts that they were made of.</summary>
    /// <param name="lectureDocument">The number of the lecture's own document.</param>
    public static IReadOnlyDictionary<string, byte[]> OfLecture(IndexReader reader, int lectureDocument)
    {
        var leaf = reader.Leaves[ReaderUtil.SubIndex(lectureDocument, reader.Leaves)];
        var passages = LectureBlock.Read(reader, lectureDocument).Passages;
        if (leaf.AtomicReader.GetBinaryDocValues(IndexFields.Meaning) is not { } meanings || leaf.AtomicReader.GetBinaryDocValues(IndexFields.SentenceMeanings) is not { } sentences)
        {
            return new Dictionary<string, byte[]>();
        }

        var first = lectureDocument - leaf.DocBase + 1;
        return LectureMeanings.ByText(passages, [.. passages.Select((_, i) => new PassageMeaning(Bytes(meanings, first + i), Bytes(sentences, first + i)))]);
    }

    private static byte[] Bytes(BinaryDocValues values, int document)
    {
        var bytes = new BytesRef();
        values.Get(document, bytes);
        return bytes.Bytes.AsSpan(bytes.Offset, bytes.Length).ToArray();
    }
}
