using System.Diagnostics;

namespace Lectures.Transcripts.Spoken;

/// <summary>
/// Reads text that transcription services and editors write: a speaker and a time above each turn ("Jane Doe  0:12", "Jane Doe: (00:12)"),
/// or in front of it ("[00:01:02] Jane Doe: …", "(12:34) …", "12:34 …").
/// </summary>
internal sealed class SpokenTurnsParser : ITranscriptParser
{
    /// <summary>How many lines are looked at to tell the format.</summary>
    private const int LinesToRecognise = 400;

    public bool Recognises(SourceText source) => TurnLayout.Of(source, LinesToRecognise).IsTurns;

    public ParseResult Parse(SourceText source)
    {
        var content = SpokenParts.Of(source);
        var parts = content.All;
        var ends = EndsOfCues(parts);
        var breaksPart = BlankLinesPartParagraphs(parts, source);
        var speakers = SpeakerNames.Of(parts.OfType<SpokenPart.Turn>().Select(static turn => turn.Name));
        var builder = new TranscriptBuilder(source.File);
        if (parts.OfType<SpokenPart.Turn>().FirstOrDefault(static turn => turn.Time is not null) is { Time: { } first })
        {
            // What stands before the first time was said before it.
            builder.BeginCue(TimeSpan.Zero, first);
        }

        for (var i = 0; i < parts.Count; i++)
        {
            switch (parts[i])
            {
                case SpokenPart.Words words:
                    builder.Append(source.Slice(words.Span), words.Span.Start, words.Line);
                    break;
                case SpokenPart.Turn turn:
                    Begin(turn, ends[i]);
                    break;
                case SpokenPart.Break when breaksPart:
                    builder.BeginParagraph();
                    break;
                case SpokenPart.Break:
                    break;
                case SpokenPart.Outside:
                    builder.SetAsideOutside();
                    break;
                default:
                    throw new UnreachableException();
            }
        }

        return builder.IsEmpty
            ? new ParseResult.Rejected(source.File, null, "The file has times or speakers but no words. Export it again with its text.")
            : new ParseResult.Parsed(builder.Build(content.Details.Or(LectureDetails.None with { Speaker = speakers.Only })));

        void Begin(SpokenPart.Turn turn, TimeSpan end)
        {
            if (turn.Heads && breaksPart)
            {
                builder.BeginParagraph();
            }

            if (turn.Name is { } name)
            {
                builder.SpokenBy(speakers.Shown(name));
            }

            if (turn.Time is { } time)
            {
                builder.BeginCue(time, end);
            }
        }
    }

    /// <summary>A turn lasts until the next one; how long the last one lasts is not told.</summary>
    private static TimeSpan[] EndsOfCues(IReadOnlyList<SpokenPart> parts)
    {
        var ends = new TimeSpan[parts.Count];
        TimeSpan? next = null;
        for (var i = parts.Count - 1; i >= 0; i--)
        {
            if (parts[i] is SpokenPart.Turn { Time: { } time })
            {
                ends[i] = next ?? time;
                next = time;
            }
        }

        return ends;
    }

    /// <summary>Where most of what stands before a blank line breaks off inside a sentence, blank lines part cues and not paragraphs.</summary>
    private static bool BlankLinesPartParagraphs(IReadOnlyList<SpokenPart> parts, SourceText source)
    {
        var (ended, open) = (0, 0);
        for (var i = 1; i < parts.Count; i++)
        {
            if (parts[i] is SpokenPart.Break && parts[i - 1] is SpokenPart.Words words)
            {
                var ends = source.Text[words.Span.End - 1] is '.' or '!' or '?' or '…' or '"' or '”' or ')' or ']' or '。';
                (ended, open) = ends ? (ended + 1, open) : (ended, open + 1);
            }
        }

        return ended >= open;
    }
}
