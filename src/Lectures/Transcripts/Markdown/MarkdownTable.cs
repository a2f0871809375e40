using Lectures.Transcripts.Documents;

namespace Lectures.Transcripts.Markdown;

/// <summary>Tables as GitHub writes them: a line of names, a line of dashes, a row a line, cells parted by "|".</summary>
internal static class MarkdownTable
{
    /// <summary>Whether the line parts the names of the columns from the rows: "|:---|---:|".</summary>
    public static bool IsDelimiter(ReadOnlySpan<char> line) => line.Contains('|') && line.Contains('-') && !line.ContainsAnyExcept("|-: \t");

    public static bool IsRow(ReadOnlySpan<char> line) => line.Contains('|');

    public static void ReadRow(string text, TextSpan line, bool isHeader, InlineReader reader, List<DocumentBlock> blocks)
    {
        var (start, end) = Spans.Trim(text, line.Start, line.End);
        start += start < end && text[start] == '|' ? 1 : 0;
        for (var column = 0; start < end; column++)
        {
            var close = start;
            while (close < end && text[close] != '|')
            {
                close += text[close] == '\\' && close + 1 < end ? 2 : 1;
            }

            var first = blocks.Count;
            reader.Read([Spans.Trim(text, start, close)], 0, blocks);
            for (var i = first; i < blocks.Count; i++)
            {
                blocks[i].Cell = new TableCell(line.Start, column, isHeader);
            }

            start = close + 1;
        }
    }
}
