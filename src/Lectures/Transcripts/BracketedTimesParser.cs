using Lectures.Transcripts.Spoken;

namespace Lectures.Transcripts;

/// <summary>Reads recogniser output: "#" comment lines, then a cue a line, as "[00:02 --> 00:05] words" or "[00:02 --> 00:05] DAN: words".</summary>
internal sealed class BracketedTimesParser : ITranscriptParser
{
    private const string Arrow = "-->";

    /// <summary>How many lines are looked at to tell the format.</summary>
    private const int LinesToRecognise = 60;

    public bool Recognises(SourceText source)
    {
        var (cues, others) = (0, 0);
        foreach (var span in source.Lines.Take(LinesToRecognise))
        {
            var line = source.Slice(span);
            if (line.IsEmpty || line[0] == '#')
            {
                continue;
            }

            if (LooksTimed(line))
            {
                cues++;
            }
            else
            {
                others++;
            }
        }

        return cues > 0 && cues >= others;
    }

    public ParseResult Parse(SourceText source)
    {
        var builder = new TranscriptBuilder(source.File);
        var comments = new CommentLines();
        var labels = LabelsOf(source);
        for (var i = 0; i < source.Lines.Count; i++)
        {
            var span = source.Lines[i];
            var line = source.Slice(span);
            if (comments.Takes(line, builder))
            {
                continue;
            }

            if (IsLog(line) || (builder.IsEmpty && !LooksTimed(line) && comments.TakesNamed(line)))
            {
                builder.SetAsideOutside();
                continue;
            }

            var words = line;
            if (LooksTimed(line) ? !TryTakeTimes(ref words, builder) : LooksBroken(line))
            {
                return new ParseResult.Rejected(source.File, i + 1, $"The times “{Start(line)}” cannot be read. Write them as [00:02 --> 00:05] or [1:02:10 --> 1:02:14].");
            }

            if (words.Length < line.Length && SpeakerLabels.TryRead(words, out var name, out var behind) && labels.Accepts(words[name.Start..name.End]))
            {
                builder.SpokenBy(labels.Shown(words[name.Start..name.End]));
                words = words[behind..];
            }

            builder.Append(words, span.End - words.Length, i + 1);
        }

        return builder.IsEmpty
            ? new ParseResult.Rejected(source.File, null, "The file has times but no words. Export it again with its text.")
            : new ParseResult.Parsed(builder.Build(comments.Details.Or(LectureDetails.None with { Speaker = labels.Only })));
    }

    /// <summary>What recognisers write of their own work among the words they print.</summary>
    private static bool IsLog(ReadOnlySpan<char> line) =>
        line.StartsWith("Detecting language", StringComparison.Ordinal) || line.StartsWith("whisper_", StringComparison.Ordinal)
        || line.StartsWith("system_info:", StringComparison.Ordinal) || line.StartsWith("main: ", StringComparison.Ordinal);

    private static SpeakerLabels LabelsOf(SourceText source)
    {
        var labels = new SpeakerLabels();
        foreach (var span in source.Lines)
        {
            var line = source.Slice(span);
            var close = line.IsEmpty || line[0] != '[' ? -1 : line.IndexOf(']');
            if (close > 0 && SpeakerLabels.TryRead(line[(close + 1)..].TrimStart(), out var name, out _))
            {
                labels.Count(line[(close + 1)..].TrimStart()[name.Start..name.End]);
            }
        }

        return labels;
    }

    private static bool LooksTimed(ReadOnlySpan<char> line) =>
        line[0] == '[' && line.IndexOf(']') is > 0 and var close && line[..close].Contains(Arrow, StringComparison.Ordinal);

    /// <summary>Times that lost a bracket or half of the arrow: read as words, they would be quoted.</summary>
    private static bool LooksBroken(ReadOnlySpan<char> line) =>
        line.Contains(Arrow, StringComparison.Ordinal)
        || (line.Length > 3 && line[0] == '[' && char.IsAsciiDigit(line[1]) && line[2..Math.Min(line.Length, 5)].Contains(':'));

    private static bool TryTakeTimes(ref ReadOnlySpan<char> line, TranscriptBuilder builder)
    {
        var close = line.IndexOf(']');
        var times = line[1..close].TrimStart();
        if (!Timecode.TryTake(ref times, out var from) || !Take(ref times, Arrow) || !Timecode.TryTake(ref times, out var to) || !times.Trim().IsEmpty)
        {
            return false;
        }

        builder.BeginCue(from, to);
        line = line[(close + 1)..].TrimStart();
        return true;
    }

    private static bool Take(ref ReadOnlySpan<char> text, string expected)
    {
        var trimmed = text.TrimStart();
        if (!trimmed.StartsWith(expected, StringComparison.Ordinal))
        {
            return false;
        }

        text = trimmed[expected.Length..].TrimStart();
        return true;
    }

    private static string Start(ReadOnlySpan<char> line)
    {
        var close = line.IndexOf(']') + 1;
        return line[..Math.Min(close == 0 ? line.Length : close, 40)].ToString();
    }
}
