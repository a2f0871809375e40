namespace Lectures.Transcripts.Spoken;

/// <summary>Reads a recogniser's plain text: a segment a line without blank lines, sentences running over them, at most "[SPEAKER_00]: " in front.</summary>
internal sealed class SegmentLinesParser : ITranscriptParser
{
    /// <summary>Whisper's segments last 30 seconds at most.</summary>
    private const int LongestSegment = 600;

    private const int LinesToRecognise = 400;

    public bool Recognises(SourceText source)
    {
        var (lines, goingOn, labelled) = (0, 0, 0);
        var (blank, open) = (false, false);
        foreach (var span in source.Lines.Take(LinesToRecognise))
        {
            var line = source.Slice(span);
            if (line.IsEmpty || line[0] == '#')
            {
                blank = lines > 0;
                continue;
            }

            if (blank || line.Length > LongestSegment)
            {
                return false;
            }

            lines++;
            labelled += IsLabelled(line, out _) ? 1 : 0;
            goingOn += open && char.IsLower(line[0]) ? 1 : 0;
            open = line[^1] is not ('.' or '!' or '?' or '…' or ':' or '"' or '”' or ')' or ']');
        }

        return lines > 2 && (goingOn * 10 >= lines || labelled * 2 >= lines);
    }

    public ParseResult Parse(SourceText source)
    {
        var speakers = SpeakerNames.Of(source.Lines.Select(span => IsLabelled(source.Slice(span), out var name) ? source.Slice(span)[name.Start..name.End].ToString() : null));
        var builder = new TranscriptBuilder(source.File);
        var comments = new CommentLines();
        for (var i = 0; i < source.Lines.Count; i++)
        {
            var span = source.Lines[i];
            var line = source.Slice(span);
            if (comments.Takes(line, builder))
            {
                continue;
            }

            var words = span;
            if (IsLabelled(line, out var name) && SpeakerLabels.TryRead(line, out _, out var behind))
            {
                builder.SpokenBy(speakers.Shown(line[name.Start..name.End].ToString()));
                words = span with { Start = span.Start + behind };
            }

            builder.Append(source.Slice(words), words.Start, i + 1);
        }

        return builder.IsEmpty
            ? new ParseResult.Rejected(source.File, null, "The file holds no spoken text. Put the lecture's words into it, or remove it.")
            : new ParseResult.Parsed(builder.Build(comments.Details.Or(LectureDetails.None with { Speaker = speakers.Only })));
    }

    private static bool IsLabelled(ReadOnlySpan<char> line, out TextSpan name)
    {
        name = default;
        return line.Length > 1 && line[0] == '[' && SpeakerLabels.TryRead(line, out name, out _);
    }
}
