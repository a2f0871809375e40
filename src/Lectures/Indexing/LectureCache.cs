using Lucene.Net.Index;

namespace Lectures.Indexing;

/// <summary>Lectures read back from one state of the index, the most recently used ones kept up to a number of characters.</summary>
internal sealed class LectureCache(IndexReader reader, int mostCharacters = LectureCache.DefaultCharacters)
{
    /// <summary>About eighty hours of speech, or 10 MB.</summary>
    private const int DefaultCharacters = 4_000_000;

    private readonly Lock gate = new();
    private readonly Dictionary<int, LinkedListNode<(int Document, IndexedLecture Lecture)>> entries = [];
    private readonly LinkedList<(int Document, IndexedLecture Lecture)> byUse = new();
    private int characters;

    /// <param name="lectureDocument">The number of the lecture's own document.</param>
    public IndexedLecture Get(int lectureDocument)
    {
        lock (gate)
        {
            if (entries.TryGetValue(lectureDocument, out var known))
            {
                byUse.Remove(known);
                byUse.AddFirst(known);
                return known.Value.Lecture;
            }
        }

        var lecture = LectureBlock.Read(reader, lectureDocument);
        lock (gate)
        {
            if (!entries.ContainsKey(lectureDocument))
            {
                entries[lectureDocument] = byUse.AddFirst((lectureDocument, lecture));
                characters += lecture.Transcript.Text.Length;
                while (characters > mostCharacters && byUse.Count > 1 && byUse.Last is { } oldest)
                {
                    byUse.RemoveLast();
                    entries.Remove(oldest.Value.Document);
                    characters -= oldest.Value.Lecture.Transcript.Text.Length;
                }
            }
        }

        return lecture;
    }
}
