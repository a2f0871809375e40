using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Lectures.Transcripts.Json;

/// <summary>
/// Finds the segments of a structured transcript, whatever its writer calls them: "segments" (Whisper, Podcasting 2.0),
/// "transcription" (whisper.cpp), "events" (YouTube json3) or a bare list. Walks the tokens once and never recurses into the unknown.
/// </summary>
internal ref struct JsonSegmentReader
{
    /// <summary>The known forms are at most six deep.</summary>
    private const int MostNested = 32;

    /// <summary>No recording is longer; what claims to be is no time.</summary>
    private const double MostSeconds = 1e7;

    private readonly List<JsonSegment> segments = [];
    private Utf8JsonReader json;
    private SourceOffsets offsets;

    private JsonSegmentReader(ReadOnlySpan<byte> bytes, int textStart)
    {
        json = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = MostNested, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        offsets = new SourceOffsets(bytes, textStart);
    }

    /// <summary>The segments in file order; none where the JSON is of another kind. Throws <see cref="JsonException"/> for what is not JSON.</summary>
    public static List<JsonSegment> Read(string text)
    {
        var start = text.StartsWith('\uFEFF') ? 1 : 0;
        var bytes = Encoding.UTF8.GetBytes(text, start, text.Length - start);
        PythonNumbers.Replace(bytes);
        return new JsonSegmentReader(bytes, start).ReadRoot();
    }

    private List<JsonSegment> ReadRoot()
    {
        TextSpan? whole = null;
        json.Read();
        if (json.TokenType == JsonTokenType.StartArray)
        {
            ReadSegments();
        }
        else if (json.TokenType == JsonTokenType.StartObject)
        {
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var isList = json.ValueTextEquals("segments"u8) || json.ValueTextEquals("transcription"u8) || json.ValueTextEquals("events"u8);
                var isText = json.ValueTextEquals("text"u8);
                json.Read();
                if (isList && json.TokenType == JsonTokenType.StartArray)
                {
                    ReadSegments();
                }
                else if (isText && json.TokenType == JsonTokenType.String)
                {
                    whole = Inside();
                }
                else
                {
                    json.Skip();
                }
            }
        }

        while (json.Read())
        {
            // What follows the root must be JSON too: a file cut and pasted together is not read by half.
        }

        // A recogniser asked for text alone writes nothing else.
        return segments.Count == 0 && whole is { } text ? [new JsonSegment(null, null, null, [text])] : segments;
    }

    private void ReadSegments()
    {
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType != JsonTokenType.StartObject)
            {
                json.Skip();
            }
            else if (ReadSegment() is { Strings.Count: > 0 } segment)
            {
                segments.Add(segment);
            }
        }
    }

    private JsonSegment ReadSegment()
    {
        var strings = new List<TextSpan>(1);
        TimeSpan? from = null, to = null, length = null;
        string? speaker = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("text"u8) || json.ValueTextEquals("body"u8))
            {
                ReadString(strings.Count == 0 ? strings : []);
            }
            else if (json.ValueTextEquals("segs"u8))
            {
                ReadPieces(strings);
            }
            else if (json.ValueTextEquals("start"u8) || json.ValueTextEquals("startTime"u8))
            {
                from = ReadTime(1) ?? from;
            }
            else if (json.ValueTextEquals("end"u8) || json.ValueTextEquals("endTime"u8))
            {
                to = ReadTime(1) ?? to;
            }
            else if (json.ValueTextEquals("duration"u8))
            {
                length = ReadTime(1) ?? length;
            }
            else if (json.ValueTextEquals("tStartMs"u8))
            {
                from = ReadTime(0.001) ?? from;
            }
            else if (json.ValueTextEquals("dDurationMs"u8))
            {
                length = ReadTime(0.001) ?? length;
            }
            else if (json.ValueTextEquals("offsets"u8))
            {
                (from, to) = ReadRange(0.001, from, to);
            }
            else if (json.ValueTextEquals("timestamps"u8))
            {
                (from, to) = ReadRange(1, from, to);
            }
            else if (json.ValueTextEquals("speaker"u8))
            {
                speaker = ReadLabel();
            }
            else
            {
                json.Read();
                json.Skip();
            }
        }

        return new JsonSegment(from, to ?? from + length, speaker, strings);
    }

    private void ReadString(List<TextSpan> strings)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.String)
        {
            strings.Add(Inside());
        }
        else
        {
            json.Skip();
        }
    }

    /// <summary>YouTube gives a caption in pieces, a word each where a recogniser wrote it.</summary>
    private void ReadPieces(List<TextSpan> strings)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.StartArray)
        {
            json.Skip();
            return;
        }

        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType != JsonTokenType.StartObject)
            {
                json.Skip();
                continue;
            }

            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                ReadString(json.ValueTextEquals("utf8"u8) ? strings : []);
            }
        }
    }

    private (TimeSpan? From, TimeSpan? To) ReadRange(double unit, TimeSpan? from, TimeSpan? to)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            return (from, to);
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("from"u8))
            {
                from = ReadTime(unit) ?? from;
            }
            else if (json.ValueTextEquals("to"u8))
            {
                to = ReadTime(unit) ?? to;
            }
            else
            {
                json.Read();
                json.Skip();
            }
        }

        return (from, to);
    }

    /// <summary>A number in the unit, a number in quotes, or a timecode. Null for what is none of them: a segment without a time is still spoken.</summary>
    /// <param name="unit">In seconds.</param>
    private TimeSpan? ReadTime(double unit)
    {
        json.Read();
        if (json.TokenType is not (JsonTokenType.Number or JsonTokenType.String))
        {
            json.Skip();
            return null;
        }

        if (Utf8Parser.TryParse(json.ValueSpan, out double number, out var read) && read == json.ValueSpan.Length)
        {
            var seconds = number * unit;
            return seconds is >= 0 and <= MostSeconds ? TimeSpan.FromMilliseconds(Math.Round(seconds * 1000)) : null;
        }

        ReadOnlySpan<char> written = json.ValueSpan.Length <= 20 ? Encoding.UTF8.GetString(json.ValueSpan) : "";
        return Timecode.TryTake(ref written, out var time) && written.IsEmpty ? time : null;
    }

    private string? ReadLabel()
    {
        json.Read();
        switch (json.TokenType)
        {
            case JsonTokenType.String:
                var label = JsonStrings.Decode(Encoding.UTF8.GetString(json.ValueSpan)).Trim();
                return label.Length is 0 or > 80 ? null : label;
            case JsonTokenType.Number:
                return json.TryGetInt32(out var number) ? number.ToString(CultureInfo.InvariantCulture) : null;
            default:
                json.Skip();
                return null;
        }
    }

    /// <summary>The place of the present string without its quotes, in the decoded file.</summary>
    private TextSpan Inside()
    {
        var start = (int)json.TokenStartIndex + 1;
        return new TextSpan(offsets.At(start), offsets.At(start + json.ValueSpan.Length));
    }
}
