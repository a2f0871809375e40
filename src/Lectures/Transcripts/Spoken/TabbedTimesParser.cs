using System.Globalization;

namespace Lectures.Transcripts.Spoken;

/// <summary>Reads Whisper's table: a header "start end text" and a segment a line, parted by tabs, times in milliseconds (in seconds where they have a point).</summary>
internal sealed class TabbedTimesParser : ITranscriptParser
{
    public bool Recognises(SourceText source) => HeaderOf(source) is not null;

    public ParseResult Parse(SourceText source)
    {
        if (HeaderOf(source) is not { } header)
        {
            return new ParseResult.Rejected(source.File, 1, "The table has no header. Its first line should name start, end and text, parted by tabs.");
        }

        var (rows, broken) = ReadRows(source, header);
        if (broken is not null)
        {
            return broken;
        }

        var speakers = SpeakerNames.Of(rows.Select(static row => row.Speaker));
        var builder = new TranscriptBuilder(source.File);
        foreach (var row in rows)
        {
            if (row.Speaker is not null)
            {
                builder.SpokenBy(speakers.Shown(row.Speaker));
            }

            builder.BeginCue(row.From, row.To);
            Append(builder, source, row);
        }

        return builder.IsEmpty
            ? new ParseResult.Rejected(source.File, null, "The table has times but no words. Export it again with its text.")
            : new ParseResult.Parsed(builder.Build(LectureDetails.None with { Speaker = speakers.Only }));
    }

    /// <summary>Spreadsheets put a cell that holds quotation marks into some, and write those twice.</summary>
    private static void Append(TranscriptBuilder builder, SourceText source, Row row)
    {
        var words = source.Slice(row.Words);
        if (words.Length < 2 || words[0] != '"' || words[^1] != '"' || !AreDoubled(words[1..^1]))
        {
            builder.Append(words, row.Words.Start, row.Line);
            return;
        }

        var at = row.Words.Start + 1;
        for (var first = true; at < row.Words.End - 1; first = false)
        {
            var rest = source.Text.AsSpan(at, row.Words.End - 1 - at);
            var quote = rest.IndexOf("\"\"");
            var piece = quote < 0 ? rest : rest[..(quote + 1)];
            if (first)
            {
                builder.Append(piece, at, row.Line);
            }
            else
            {
                builder.Continue(piece, new TextSpan(at, at + piece.Length), row.Line);
            }

            at += piece.Length + (quote < 0 ? 0 : 1);
        }
    }

    private static bool AreDoubled(ReadOnlySpan<char> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] == '"' && (++i == words.Length || words[i] != '"'))
            {
                return false;
            }
        }

        return true;
    }

    private static (List<Row> Rows, ParseResult.Rejected? Broken) ReadRows(SourceText source, Header header)
    {
        var rows = new List<Row>(source.Lines.Count);
        for (var i = header.Line + 1; i < source.Lines.Count; i++)
        {
            var span = source.Lines[i];
            if (span.IsEmpty)
            {
                continue;
            }

            if (ReadRow(source, span, header, i + 1) is not { } row)
            {
                return ([], new ParseResult.Rejected(
                    source.File, i + 1, $"The line has no readable times. Write start, end and text, parted by tabs, as in “0{'\t'}4000{'\t'}Good evening.”"));
            }

            rows.Add(row);
        }

        return (rows, null);
    }

    private static Row? ReadRow(SourceText source, TextSpan line, Header header, int number)
    {
        TimeSpan? from = null, to = null;
        string? speaker = null;
        var (column, start) = (0, line.Start);
        for (; column < header.Text; column++)
        {
            var length = source.Text.AsSpan(start, line.End - start).IndexOf('\t');
            var end = length < 0 ? line.End : start + length;
            var cell = source.Text.AsSpan(start, end - start).Trim();
            if (column == header.Start)
            {
                from = Time(cell);
            }
            else if (column == header.End)
            {
                to = Time(cell);
            }
            else if (column == header.Speaker && !cell.IsEmpty)
            {
                speaker = cell.ToString();
            }

            start = Math.Min(end + 1, line.End);
        }

        while (start < line.End && char.IsWhiteSpace(source.Text[start]))
        {
            start++;
        }

        var words = new TextSpan(start, line.End);
        if (speaker is null && start < line.End && source.Text[start] == '[' && SpeakerLabels.TryRead(source.Slice(words), out var name, out var behind))
        {
            speaker = source.Slice(words)[name.Start..name.End].ToString();
            words = words with { Start = start + behind };
        }

        return from is { } first ? new Row(first, to ?? first, speaker, words, number) : null;
    }

    private static TimeSpan? Time(ReadOnlySpan<char> cell)
    {
        var clock = cell;
        if (Timecode.TryTake(ref clock, out var time) && clock.IsEmpty)
        {
            return time;
        }

        if (!double.TryParse(cell, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number is > 1e10 or < -1e10)
        {
            return null;
        }

        // What recognisers hear just before the recording begins with it.
        number = Math.Max(0, number);
        return cell.Contains('.') ? TimeSpan.FromMilliseconds(Math.Round(number * 1000)) : TimeSpan.FromMilliseconds(number);
    }

    /// <summary>The first line that is not empty, where it names the columns and text comes last.</summary>
    private static Header? HeaderOf(SourceText source)
    {
        var index = 0;
        while (index < source.Lines.Count && source.Lines[index].IsEmpty)
        {
            index++;
        }

        if (index == source.Lines.Count || source.Lines[index].Length > 100)
        {
            return null;
        }

        var columns = source.Slice(source.Lines[index]).ToString().Split('\t', StringSplitOptions.TrimEntries);
        var (start, end, speaker) = (Column("start"), Column("end"), Column("speaker"));
        return columns is [.., var last] && last.Equals("text", StringComparison.OrdinalIgnoreCase) && start >= 0 && end >= 0 ? new Header(index, start, end, speaker, columns.Length - 1) : null;

        int Column(string name) => Array.FindIndex(columns, column => column.Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    private sealed record Header(int Line, int Start, int End, int Speaker, int Text);

    private sealed record Row(TimeSpan From, TimeSpan To, string? Speaker, TextSpan Words, int Line);
}
