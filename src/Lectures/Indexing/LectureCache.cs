using System.Runtime.CompilerServices;
using Lucene.Net.Index;

namespace Lectures.Indexing;

/// <summary>
/// Lectures read back from an index, the most recently used ones kept up to a number of characters. They are known by the segment that
/// holds them, so that a commit which leaves a segment as it is leaves what was read of it.
/// </summary>
internal sealed class LectureCache(int mostCharacters)
{
    /// <summary>About eighty hours of speech, or 10 MB.</summary>
    public const int DefaultCharacters = 4_000_000;

    private readonly Lock gate = new();
    private readonly ConditionalWeakTable<object, Segment> segments = [];
    private readonly Dictionary<(Segment Segment, int Document), LinkedListNode<((Segment Segment, int Document) Place, IndexedLecture Lecture)>> entries = [];
    private readonly LinkedList<((Segment Segment, int Document) Place, IndexedLecture Lecture)> byUse = new();
    private int characters;

    /// <param name="lectureDocument">The number of the lecture's own document.</param>
    public IndexedLecture Get(IndexReader reader, int lectureDocument)
    {
        var leaf = reader.Leaves[ReaderUtil.SubIndex(lectureDocument, reader.Leaves)];
        var place = (segments.GetValue(leaf.AtomicReader.CoreCacheKey, static _ => new Segment()), lectureDocument - leaf.DocBase);
        lock (gate)
        {
            if (entries.TryGetValue(place, out var known))
            {
                byUse.Remove(known);
                byUse.AddFirst(known);
                return known.Value.Lecture;
            }
        }

        var lecture = LectureBlock.Read(reader, lectureDocument);
        lock (gate)
        {
            if (!entries.ContainsKey(place))
            {
                entries[place] = byUse.AddFirst((place, lecture));
                characters += lecture.Transcript.Text.Length;
                while (characters > mostCharacters && byUse.Count > 1 && byUse.Last is { } oldest)
                {
                    byUse.RemoveLast();
                    entries.Remove(oldest.Value.Place);
                    characters -= oldest.Value.Lecture.Transcript.Text.Length;
                }
            }
        }

        return lecture;
    }

    /// <summary>Stands for a segment without keeping it open.</summary>
    private sealed class Segment;
}
