namespace Lectures.Transcripts;

/// <summary>
/// Cuts paragraphs into sentences. Edited text is cut by its punctuation and capitals; recognised speech without capitals by its
/// full stops alone; speech without any punctuation, and sentences that never end, where the speaker paused or a clause begins.
/// </summary>
internal static class SentenceSplitter
{
    public static IReadOnlyList<TextSpan> Split(string text, IReadOnlyList<Paragraph> paragraphs, IReadOnlyList<Cue> cues)
    {
        var cased = IsCased(text);
        var sentences = new List<TextSpan>();
        foreach (var paragraph in paragraphs)
        {
            var start = paragraph.Span.Start;
            for (var i = start; i < paragraph.Span.End; i++)
            {
                var mark = text.AsSpan(i, paragraph.Span.End - i).IndexOfAny(SentenceEnd.Marks);
                if (mark < 0)
                {
                    break;
                }

                i += mark;
                var end = SentenceEnd.After(text, i, paragraph.Span, start, cased);
                if (end > 0)
                {
                    Add(text, new TextSpan(start, end), cues, sentences);
                    start = end;
                    i = end - 1;
                }
                else
                {
                    // What holds for the first of several marks holds for the others: they are looked at once, however many there are.
                    i = SentenceEnd.LastMark(text, i, paragraph.Span.End);
                }
            }

            Add(text, new TextSpan(start, paragraph.Span.End), cues, sentences);
        }

        return sentences;
    }

    private static void Add(string text, TextSpan span, IReadOnlyList<Cue> cues, List<TextSpan> sentences)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (start < end)
        {
            EndlessSpeech.Cut(text, new TextSpan(start, end), cues, sentences);
        }
    }

    /// <summary>Recognised speech often comes without capitals; then a full stop before a small letter ends a sentence.</summary>
    private static bool IsCased(string text)
    {
        var (upper, letters) = (0, 0);
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, 20_000)))
        {
            letters += char.IsLetter(c) ? 1 : 0;
            upper += char.IsUpper(c) ? 1 : 0;
        }

        return upper * 200 > letters;
    }
}
