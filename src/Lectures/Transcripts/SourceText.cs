namespace Lectures.Transcripts;

/// <summary>A decoded file and its lines. A byte order mark stays the first character, so that offsets are the file's.</summary>
internal sealed class SourceText
{
    public SourceText(string file, string text, ReadingContext? context = null)
    {
        File = file;
        Text = text;
        Context = context ?? ReadingContext.Default;
        Lines = SplitLines(text);
    }

    /// <summary>Relative to the library's folder, with forward slashes.</summary>
    public string File { get; }

    /// <summary>Of the file's name, in lower case with its full stop; empty where there is none.</summary>
    public string Extension => Path.GetExtension(File).ToLowerInvariant();

    public string Text { get; }

    public ReadingContext Context { get; }

    /// <summary>Each line's span without its line end and without white space around it, in file order.</summary>
    public IReadOnlyList<TextSpan> Lines { get; }

    public ReadOnlySpan<char> Slice(TextSpan span) => Text.AsSpan(span.Start, span.Length);

    /// <summary>The line that holds the offset, from 1.</summary>
    public int LineAt(int offset) => Spans.LastStartingAtOrBefore(Lines, offset, static line => line.Start) + 1;

    private static List<TextSpan> SplitLines(string text)
    {
        var lines = new List<TextSpan>();
        var start = text.StartsWith('\uFEFF') ? 1 : 0;
        while (start <= text.Length)
        {
            var length = text.AsSpan(start).IndexOfAny('\r', '\n');
            var end = length < 0 ? text.Length : start + length;
            lines.Add(Spans.Trim(text, start, end));
            if (length < 0)
            {
                break;
            }

            start = end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
        }

        return lines;
    }
}
