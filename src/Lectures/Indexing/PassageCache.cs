using System.Runtime.CompilerServices;
using Lectures.Passages;
using Lucene.Net.Index;

namespace Lectures.Indexing;

/// <summary>
/// Passages read back from an index to be quoted, the most recently used ones kept up to a number of characters. They are known by the segment that
/// holds them, so that a commit which leaves a segment as it is leaves what was read of it.
/// </summary>
internal sealed class PassageCache(int mostCharacters)
{
    /// <summary>About a thousand passages, or 4 MB.</summary>
    public const int DefaultCharacters = 1_000_000;

    private readonly Lock gate = new();
    private readonly ConditionalWeakTable<object, Segment> segments = [];
    private readonly Dictionary<(Segment Segment, int Document), LinkedListNode<((Segment Segment, int Document) Place, Passage Passage)>> entries = [];
    private readonly LinkedList<((Segment Segment, int Document) Place, Passage Passage)> byUse = new();
    private int characters;

    /// <param name="lectureDocument">The number of the lecture's own document.</param>
    public Passage Get(IndexReader reader, int lectureDocument, int ordinal)
    {
        var leaf = reader.Leaves[ReaderUtil.SubIndex(lectureDocument, reader.Leaves)];
        var place = (segments.GetValue(leaf.AtomicReader.CoreCacheKey, static _ => new Segment()), lectureDocument + 1 + ordinal - leaf.DocBase);
        lock (gate)
        {
            if (entries.TryGetValue(place, out var known))
            {
                byUse.Remove(known);
                byUse.AddFirst(known);
                return known.Value.Passage;
            }
        }

        var passage = LectureBlock.ReadPassage(reader, lectureDocument, ordinal);
        lock (gate)
        {
            if (!entries.ContainsKey(place))
            {
                entries[place] = byUse.AddFirst((place, passage));
                characters += passage.Transcript.Text.Length;
                while (characters > mostCharacters && byUse.Count > 1 && byUse.Last is { } oldest)
                {
                    byUse.RemoveLast();
                    entries.Remove(oldest.Value.Place);
                    characters -= oldest.Value.Passage.Transcript.Text.Length;
                }
            }
        }

        return passage;
    }

    /// <summary>Stands for a segment without keeping it open.</summary>
    private sealed class Segment;
}
