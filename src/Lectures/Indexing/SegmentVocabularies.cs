using System.Runtime.CompilerServices;
using Lucene.Net.Index;

namespace Lectures.Indexing;

/// <summary>Vocabularies by the segment that they are of, so that a commit which leaves a segment as it is leaves what is known of its words.</summary>
internal sealed class SegmentVocabularies
{
    private readonly ConditionalWeakTable<object, Vocabulary> segments = [];

    public Vocabulary Of(IndexReader reader) =>
        Vocabulary.Together([.. reader.Leaves.Select(leaf => segments.GetValue(leaf.AtomicReader.CoreCacheKey, _ => new Vocabulary(leaf.AtomicReader)))]);
}
