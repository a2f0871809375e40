namespace Lectures.Transcripts;

/// <summary>How a plain text is laid out: a line a paragraph, or paragraphs broken over lines; and which lines stand apart as headings.</summary>
internal sealed class PlainTextLayout
{
    private const int LongestHeading = 90;
    private const int MostHeadingWords = 14;
    private const int LongestNumeral = 7;
    private const int LongestStatement = 200;

    /// <summary>A line broken at a margin is not shorter than this; a heading often is.</summary>
    private const int ShortestBrokenLine = 30;

    private readonly SourceText source;
    private readonly int firstLine;

    private PlainTextLayout(SourceText source)
    {
        this.source = source;
        firstLine = Enumerable.Range(0, source.Lines.Count).FirstOrDefault(i => !source.Lines[i].IsEmpty);
        IsWrapped = LooksWrapped(source);
    }

    /// <summary>Lines of one paragraph follow each other; blank lines part paragraphs.</summary>
    public bool IsWrapped { get; }

    public static PlainTextLayout Of(SourceText source) => new(source);

    /// <summary>The first line of the file, where it reads like a heading and stands before a blank line or a paragraph.</summary>
    public bool IsTitle(int line) => line == firstLine && ReadsLikeHeading(line) && (IsEmptyAt(line + 1) ? HasTextAfter(line) : !IsWrapped && !ReadsLikeHeading(line + 1));

    /// <summary>How many lines the statement takes that begins here: one, or a short paragraph where paragraphs are broken over lines.</summary>
    public int LinesOfStatement(int line)
    {
        if (!IsWrapped || !IsEmptyAt(line - 1))
        {
            return 1;
        }

        var (end, length) = (line, 0);
        for (; !IsEmptyAt(end); end++)
        {
            length += source.Lines[end].Length + 1;
        }

        return length <= LongestStatement ? end - line : 1;
    }

    /// <summary>Whether a paragraph may begin here, or a sentence runs on from the line above.</summary>
    public bool MayBeginParagraph(int line) => !IsWrapped || IsEmptyAt(line - 1);

    public string Statement(int line, int lines) =>
        string.Join(' ', Enumerable.Range(line, lines).Select(i => source.Lines[i].In(source.Text)));

    /// <summary>"THE END" below a printed text, which nobody says.</summary>
    public bool IsClosing(int line) => !HasTextAfter(line) && IsEmptyAt(line - 1) && source.Slice(source.Lines[line]).Trim().TrimEnd('.') is var text
        && (text.Equals("the end", StringComparison.OrdinalIgnoreCase) || text.Equals("finis", StringComparison.OrdinalIgnoreCase));

    public bool IsHeading(int line)
    {
        if (IsNumeral(line))
        {
            return HasTextAfter(line);
        }

        if (!ReadsLikeHeading(line) || !HasTextAfter(line))
        {
            return false;
        }

        return IsWrapped
            ? IsEmptyAt(line - 1) && IsEmptyAt(line + 1)
            : char.IsUpper(source.Text[source.Lines[line].Start]) || char.IsDigit(source.Text[source.Lines[line].Start]);
    }

    /// <summary>A part's number on a line of its own, "IV." or "12".</summary>
    private bool IsNumeral(int line)
    {
        var text = source.Slice(source.Lines[line]).Trim().TrimEnd('.');
        return text.Length is > 0 and <= LongestNumeral && IsEmptyAt(line - 1) && IsEmptyAt(line + 1)
            && (!text.ContainsAnyExcept("IVXLC") || (!text.ContainsAnyExceptInRange('0', '9') && text.Length < 3));
    }

    private bool ReadsLikeHeading(int line)
    {
        if (line < 0 || line >= source.Lines.Count)
        {
            return false;
        }

        var text = source.Slice(source.Lines[line]);
        return text.Length is > 0 and <= LongestHeading
            && text[^1] is not ('.' or ',' or ';' or ':' or '!' or '…' or '”' or '"' or ')' or '-' or '—')
            && text.Count(' ') < MostHeadingWords
            && !char.IsLower(text[0]);
    }

    private bool IsEmptyAt(int line) => line < 0 || line >= source.Lines.Count || source.Lines[line].IsEmpty;

    /// <summary>A heading heads something: text that is not itself a heading follows before the end.</summary>
    private bool HasTextAfter(int line)
    {
        for (var i = line + 1; i < source.Lines.Count; i++)
        {
            if (!source.Lines[i].IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Wrapped text has runs of lines of similar length, most of which stop in the middle of a sentence.</summary>
    private static bool LooksWrapped(SourceText source)
    {
        var (pairs, open) = (0, 0);
        for (var i = 0; i + 1 < source.Lines.Count; i++)
        {
            var (here, next) = (source.Lines[i], source.Lines[i + 1]);
            if (here.IsEmpty || next.IsEmpty)
            {
                continue;
            }

            pairs++;
            open += here.Length is >= ShortestBrokenLine and <= 120 && source.Text[here.End - 1] is not ('.' or '!' or '?' or '”' or '"' or ':') ? 1 : 0;
        }

        return pairs >= 3 && open * 2 > pairs && LongestLine(source) <= 200;
    }

    private static int LongestLine(SourceText source) => source.Lines.Max(static line => line.Length);
}
