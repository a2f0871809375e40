using Lectures.Transcripts;

namespace Lectures.Passages;

/// <summary>
/// Cuts a transcript into passages: whole sentences, near the target length, never across a section or over words that were set
/// aside. A passage rather ends with its paragraph than at the exact length; where it must end inside one, the next passage repeats
/// its last sentences, so that an answer and what it refers to stay together.
/// </summary>
internal sealed class PassageCutter(PassageOptions options)
{
    /// <summary>A paragraph's end from this share of the target on ends the passage.</summary>
    private const double EarlyEnd = 0.65;

    /// <summary>Sentences are added up to this share of the target.</summary>
    private const double LateEnd = 1.2;

    /// <summary>A rest below this share of the target joins the passage before it.</summary>
    private const double SmallRest = 0.35;

    public IReadOnlyList<Passage> Cut(Transcript transcript)
    {
        var words = WordCounts(transcript);
        var paragraphs = ParagraphOfEachSentence(transcript);
        var passages = new List<Passage>();
        for (var first = 0; first < words.Length;)
        {
            var end = first + 1;
            while (end < words.Length && !IsBarrier(transcript, paragraphs[end - 1], paragraphs[end]))
            {
                end++;
            }

            CutGroup(transcript, words, paragraphs, first, end, passages);
            first = end;
        }

        return passages;
    }

    private void CutGroup(Transcript transcript, int[] words, int[] paragraphs, int first, int groupEnd, List<Passage> passages)
    {
        for (var (start, covered) = (first, first); ;)
        {
            var end = EndOf(words, paragraphs, start, covered, groupEnd);
            covered = end;
            passages.Add(new Passage(transcript, passages.Count, start, end));
            if (end == groupEnd)
            {
                return;
            }

            start = paragraphs[end - 1] == paragraphs[end] ? StartOfOverlap(words, paragraphs, start, end) : end;
        }
    }

    /// <summary>At least one sentence comes after those that passages cover already, however much of the length the overlap takes.</summary>
    private int EndOf(int[] words, int[] paragraphs, int start, int covered, int groupEnd)
    {
        var (end, count) = (start, 0);
        while (end < groupEnd && (end <= covered || count + words[end] <= options.TargetWords * LateEnd))
        {
            count += words[end++];
            var endsParagraph = end < groupEnd && paragraphs[end - 1] != paragraphs[end];
            if (end > covered && (count >= options.TargetWords || (endsParagraph && count >= options.TargetWords * EarlyEnd)))
            {
                break;
            }
        }

        return IsSmall(words.AsSpan(end, groupEnd - end)) ? groupEnd : end;
    }

    /// <summary>Whether so few words are left; counts no further than it takes to know, since a paragraph may have a million sentences.</summary>
    private bool IsSmall(ReadOnlySpan<int> rest)
    {
        var count = 0;
        foreach (var words in rest)
        {
            count += words;
            if (count > options.TargetWords * SmallRest)
            {
                return false;
            }
        }

        return true;
    }

    private int StartOfOverlap(int[] words, int[] paragraphs, int start, int end)
    {
        var (next, overlap) = (end, 0);
        while (next - 1 > start && paragraphs[next - 1] == paragraphs[end] && overlap + words[next - 1] <= options.OverlapWords)
        {
            overlap += words[--next];
        }

        return next;
    }

    private static bool IsBarrier(Transcript transcript, int before, int after) =>
        before != after
        && (transcript.Paragraphs[after].FollowsGap || transcript.Paragraphs[before].Section != transcript.Paragraphs[after].Section);

    private static int[] ParagraphOfEachSentence(Transcript transcript)
    {
        var paragraphs = new int[transcript.Sentences.Count];
        for (var (i, p) = (0, 0); i < paragraphs.Length; i++)
        {
            while (transcript.Paragraphs[p].Span.End <= transcript.Sentences[i].Start)
            {
                p++;
            }

            paragraphs[i] = p;
        }

        return paragraphs;
    }

    private static int[] WordCounts(Transcript transcript)
    {
        var counts = new int[transcript.Sentences.Count];
        for (var i = 0; i < counts.Length; i++)
        {
            var inWord = false;
            var sentence = transcript.Sentences[i];
            foreach (var c in transcript.Text.AsSpan(sentence.Start, sentence.Length))
            {
                var isSpace = char.IsWhiteSpace(c);
                counts[i] += !isSpace && !inWord ? 1 : 0;
                inWord = !isSpace;
            }
        }

        return counts;
    }
}
