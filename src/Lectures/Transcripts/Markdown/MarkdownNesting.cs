namespace Lectures.Transcripts.Markdown;

/// <summary>Finds nesting that no transcript has and that the Markdown library takes ever longer for.</summary>
internal static class MarkdownNesting
{
    private const int Deepest = 50;

    /// <summary>The line, from 1, on which lists or quotations are nested too deep; null where none is.</summary>
    public static int? TooDeepAt(SourceText source)
    {
        var (lineStart, lists) = (0, new List<int>());
        for (var i = 0; i < source.Lines.Count; i++)
        {
            lineStart = StartOfLine(source, i, lineStart);
            if (Marks(source.Text, lineStart, source.Lines[i].End, lists) > Deepest || lists.Count > Deepest)
            {
                return i + 1;
            }
        }

        return null;
    }

    /// <summary>Lines are known without the white space around them.</summary>
    private static int StartOfLine(SourceText source, int line, int previous)
    {
        var at = source.Lines[line].Start;
        while (at > previous && source.Text[at - 1] is not ('\r' or '\n'))
        {
            at--;
        }

        return at;
    }

    /// <summary>How many marks of lists and quotations a line opens with.</summary>
    /// <param name="lists">The columns of the lists that are open.</param>
    private static int Marks(string text, int start, int end, List<int> lists)
    {
        var marks = 0;
        for (var at = start; at < end; at++)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                continue;
            }

            if (text[at] == '>')
            {
                marks++;
                continue;
            }

            var after = AfterListMark(text, at, end);
            if (after == at)
            {
                if (at == start)
                {
                    lists.Clear();
                }

                break;
            }

            while (lists.Count > 0 && lists[^1] >= at - start)
            {
                lists.RemoveAt(lists.Count - 1);
            }

            lists.Add(at - start);
            marks++;
            at = after - 1;
        }

        return marks;
    }

    private static int AfterListMark(string text, int at, int end)
    {
        var digits = at;
        while (digits < end && digits - at < 9 && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        var isMark = digits < end && (digits > at ? text[digits] is '.' or ')' : text[at] is '-' or '+' or '*');
        return isMark && (digits + 1 >= end || char.IsWhiteSpace(text[digits + 1])) ? digits + 1 : at;
    }
}
