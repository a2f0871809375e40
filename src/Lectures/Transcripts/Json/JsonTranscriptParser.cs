using System.Text.Json;
using Lectures.Transcripts.Spoken;

namespace Lectures.Transcripts.Json;

/// <summary>Reads what recognisers, podcast hosts and video sites write as JSON: timed segments, with speakers where they were told apart.</summary>
internal sealed class JsonTranscriptParser : ITranscriptParser
{
    private const string NotATranscript =
        "The JSON holds no transcript that is known: Whisper, whisper.cpp, Podcasting 2.0 or YouTube json3. Export the transcript as WebVTT, SubRip or text.";

    public bool Recognises(SourceText source)
    {
        var text = source.Text.AsSpan().TrimStart("\uFEFF \t\r\n");
        if (text.IsEmpty || text[0] is not ('{' or '['))
        {
            return false;
        }

        var inside = text[1..].TrimStart();
        return text[0] == '{' ? inside.IsEmpty || inside[0] is '"' or '}' : !inside.IsEmpty && inside[0] == '{';
    }

    public ParseResult Parse(SourceText source)
    {
        List<JsonSegment> segments;
        try
        {
            segments = JoinLoosePunctuation(JsonSegmentReader.Read(source.Text), source);
        }
        catch (JsonException broken)
        {
            return new ParseResult.Rejected(
                source.File, (int)Math.Min(broken.LineNumber ?? 0, int.MaxValue - 1) + 1, "The JSON cannot be read from here on. It may be cut off: export or download it again.");
        }

        if (segments.Count == 0)
        {
            return new ParseResult.Rejected(source.File, null, NotATranscript);
        }

        var speakers = SpeakerNames.Of(segments.Select(static segment => segment.Speaker));
        var builder = new TranscriptBuilder(source.File);
        var strings = new JsonStrings(source, builder);
        foreach (var segment in segments)
        {
            builder.SpokenBy(speakers.Shown(segment.Speaker));
            if (segment.From is { } from)
            {
                builder.BeginCue(from, segment.To ?? from);
            }

            strings.Append(segment.Strings);
        }

        return builder.IsEmpty
            ? new ParseResult.Rejected(source.File, null, "The file has segments but no words. Export it again with its text.")
            : new ParseResult.Parsed(builder.Build(LectureDetails.None with { Speaker = speakers.Only }));
    }

    /// <summary>Where every word is a segment, some writers make one of every comma too. It belongs to the word before it.</summary>
    private static List<JsonSegment> JoinLoosePunctuation(List<JsonSegment> segments, SourceText source)
    {
        var joined = new List<JsonSegment>(segments.Count);
        foreach (var segment in segments)
        {
            var isLoose = joined.Count > 0 && segment.Strings is [{ Length: 1 } only] && source.Text[only.Start] is ',' or '.' or '!' or '?' or ';' or ':' or '…' or '%';
            if (isLoose)
            {
                joined[^1].Strings.Add(segment.Strings[0]);
            }
            else
            {
                joined.Add(segment);
            }
        }

        return joined;
    }
}
