namespace Lectures.Transcripts.Documents;

/// <summary>
/// Reads tables row by row: "0:05 | Jane Doe | And the cloth?" is a turn, a row of short cells is one line of words, and cells that
/// hold paragraphs stay what they are, since people lay out whole documents in tables.
/// </summary>
internal static class TableRows
{
    private const int LongestShortCell = 60;
    private const int MostMarks = 4;

    private static readonly string[] ColumnNames =
    [
        "time", "times", "timestamp", "timecode", "start", "start time", "end", "end time", "in", "out", "speaker", "name", "who", "text", "transcript", "words", "dialogue", "dialog", "content", "#", "no.",
    ];

    public static IReadOnlyList<DocumentBlock> Read(IReadOnlyList<DocumentBlock> blocks)
    {
        if (blocks.All(static block => block.Cell is null))
        {
            return blocks;
        }

        var read = new List<DocumentBlock>(blocks.Count);
        for (var i = 0; i < blocks.Count;)
        {
            var end = i + 1;
            while (blocks[i].Cell is { } cell && end < blocks.Count && blocks[end].Cell?.Row == cell.Row)
            {
                end++;
            }

            if (blocks[i].Cell is null || blocks[i].Heading > 0)
            {
                read.Add(blocks[i]);
                end = i + 1;
            }
            else
            {
                AddRow([.. blocks.Skip(i).Take(end - i)], read);
            }

            i = end;
        }

        return read;
    }

    private static void AddRow(List<DocumentBlock> row, List<DocumentBlock> read)
    {
        if (row.All(static cell => cell.Cell is { IsHeader: true } || cell.IsEmpty || ColumnNames.Contains(cell.ToString().TrimEnd(':'), StringComparer.OrdinalIgnoreCase)))
        {
            return;
        }

        if (AddTurn(row, read))
        {
            return;
        }

        var isLine = row.Count > 1 && row.DistinctBy(static cell => cell.Cell!.Value.Column).Count() == row.Count && row.All(static cell => IsShort(cell.ToString()));
        if (!isLine)
        {
            read.AddRange(row);
            return;
        }

        var line = new DocumentBlock();
        foreach (var cell in row)
        {
            line.Take(cell, new TextSpan(0, cell.ToString().Length));
        }

        read.Add(line);
    }

    private static bool IsShort(string cell) => cell.Length <= LongestShortCell && cell is not [.., '.' or '!' or '?' or '…'];

    /// <summary>False where no cell is a time.</summary>
    private static bool AddTurn(List<DocumentBlock> row, List<DocumentBlock> read)
    {
        TimeSpan? from = null;
        string? speaker = null;
        var words = 0;
        for (; words < Math.Min(row.Count - 1, MostMarks); words++)
        {
            var cell = row[words].ToString();
            if (row[words] is { IsEmpty: true, Times.Count: > 0 } mark)
            {
                from ??= mark.Times[0].Time;
            }
            else if (SpokenTimes.IsTime(cell, out var time))
            {
                from ??= time;
            }
            else if (speaker is null && TurnOpening.IsName(cell.TrimEnd(':')))
            {
                speaker = cell.TrimEnd(':');
            }
            else if (!cell.All(char.IsAsciiDigit))
            {
                break;
            }
        }

        if (from is not { } begin)
        {
            return false;
        }

        var first = new DocumentBlock { Speaker = row[words].Speaker ?? speaker };
        first.BeginTime(begin);
        first.Take(row[words], new TextSpan(0, row[words].ToString().Length));
        read.Add(first);
        read.AddRange(row.Skip(words + 1));
        return true;
    }
}
