namespace Lectures.Transcripts;

/// <summary>
/// One lecture's text with all that is known about its parts. <see cref="Text"/> holds the spoken words in order, as a reader sees
/// them; everything that can be quoted is a span of it, and <see cref="Source"/> leads from there to the file.
/// </summary>
public sealed record Transcript
{
    public required Lecture Lecture { get; init; }

    public required string Text { get; init; }

    /// <summary>In text order, without overlap; together they cover every paragraph.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    public required IReadOnlyList<Paragraph> Paragraphs { get; init; }

    /// <summary>In text order; a sentence never reaches across a paragraph.</summary>
    public required IReadOnlyList<TextSpan> Sentences { get; init; }

    /// <summary>Empty where the source carries no times.</summary>
    public required IReadOnlyList<Cue> Cues { get; init; }

    public required SourceMap Source { get; init; }

    /// <summary>Lines of the source that carry no speech (byline, series line, links), and sentences of sponsor reads and announcements.</summary>
    public int LinesSetAside { get; init; }

    /// <summary>The paragraph that holds the offset.</summary>
    public Paragraph ParagraphAt(int offset) => Paragraphs[Spans.LastStartingAtOrBefore(Paragraphs, offset, static p => p.Span.Start)];

    /// <summary>The cue that holds the offset; null where the transcript carries no times.</summary>
    public Cue? CueAt(int offset) => Cues.Count == 0 ? null : Cues[Spans.LastStartingAtOrBefore(Cues, offset, static c => c.Span.Start)];
}

internal static class Spans
{
    /// <summary>The stretch without the white space around it.</summary>
    public static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new TextSpan(start, end);
    }

    /// <summary>The index of the last item that starts at or before the offset; 0 where none does.</summary>
    public static int LastStartingAtOrBefore<T>(IReadOnlyList<T> items, int offset, Func<T, int> start)
    {
        var (low, high) = (0, items.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (start(items[middle]) <= offset)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }
}
