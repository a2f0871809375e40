using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Lectures.Transcripts;

namespace Bot.Tests.Lectures.Transcripts.Spoken;

/// <summary>Every sentence's words are the words at its place in the file, each once; the extractors here know nothing of the parsers.</summary>
public sealed class SpokenFormatsPlaceTests
{
    public static TheoryData<string> Structured() => [.. Of("whisper-json", "whispercpp-json", "podcast-json", "youtube-json3", "same").Where(static file => file.Contains(".json", StringComparison.Ordinal))];

    public static TheoryData<string> Written() =>
    [
        .. Of("whisper-tsv", "whisper-text", "otter", "rev", "descript", "times", "plain-speakers", "spoken", "same").Where(static file => !file.Contains("utf16", StringComparison.Ordinal) && !file.Contains("1252", StringComparison.Ordinal)).Where(static file => file.EndsWith(".txt", StringComparison.Ordinal) || file.EndsWith(".tsv", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Structured))]
    public void Words_of_structured_formats_are_the_words_of_the_strings_at_their_place(string file)
    {
        var (transcript, source) = Read(file);

        AssertPlaces(transcript, source, span => Words(WebUtility.HtmlDecode(TextOfJson(source, span))));
    }

    [Theory]
    [MemberData(nameof(Written))]
    public void Words_of_written_formats_are_the_words_at_their_place(string file)
    {
        var (transcript, source) = Read(file);

        AssertPlaces(transcript, source, span => Words(TextOfLines(source[span.Start..span.End])));
    }

    private static void AssertPlaces(Transcript transcript, string source, Func<TextSpan, string> extract)
    {
        var end = 0;
        foreach (var sentence in transcript.Sentences)
        {
            var place = transcript.Source.Locate(sentence);

            Assert.Equal(Words(sentence.In(transcript.Text)), extract(place));
            Assert.True(place.Start >= end && place.End <= source.Length, "Sentences stand in the order of the file, none on another.");
            end = place.End;
        }
    }

    private static IEnumerable<string> Of(params string[] folders) => TranscriptFiles.Inputs(folders).Select(static row => row.Data);

    private static (Transcript Transcript, string Source) Read(string file) =>
        (TranscriptFiles.Transcript(file), Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(TranscriptFiles.Folder, file))));

    private static string Words(string text) => string.Concat(text.Where(static c => !char.IsWhiteSpace(c) && c != '\u200B'));

    /// <summary>Takes off what can stand between the words of a sentence: times in brackets or at a line's start, marks of a turn.</summary>
    private static string TextOfLines(string source)
    {
        var text = new StringBuilder();
        var lines = source.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (Regex.IsMatch(line, @"^(\d+ (second|minute|hour)s?(, )?)+$|^Chapter \d+: "))
            {
                continue;
            }

            // Of a spreadsheet's cell: quotation marks twice, and the one that ends it.
            line = line.Contains("\"\"", StringComparison.Ordinal) ? Regex.Replace(line, "\"(\"|$)", "$1") : line;
            if (i > 0)
            {
                line = AfterTime(line);
            }

            for (var open = line.IndexOf("[00:", StringComparison.Ordinal); open >= 0; open = line.IndexOf("[00:", StringComparison.Ordinal))
            {
                line = line.Remove(open, line.IndexOf(']', open) + 1 - open);
            }

            text.Append(line).Append(' ');
        }

        return text.ToString();
    }

    private static string AfterTime(string line)
    {
        var time = Regex.Match(line, @"^(\[[\d:. >-]+\]|\([\d:]+\)|\d+:\d\d(:\d\d)?(?=\s|$)|[\d.]+\t[\d.]+\t)\s*");
        var label = Regex.Match(line[time.Length..], @"^\[?SPEAKER_\d\d\]?: ");
        return line[(time.Length + label.Length)..];
    }

    /// <summary>The strings of the keys that hold text, decoded; the place begins and ends inside one.</summary>
    private static string TextOfJson(string source, TextSpan place)
    {
        var text = new StringBuilder();
        var (inText, key) = (true, "");
        for (var i = place.Start; i < place.End; i++)
        {
            if (inText)
            {
                inText = source[i] != '"';
                if (inText)
                {
                    text.Append(Character(source, ref i));
                }
            }
            else if (source[i] == '"')
            {
                var close = EndOfString(source, i);
                var isKey = source[(close + 1)..].TrimStart().StartsWith(':');
                (inText, key) = isKey ? (false, source[(i + 1)..close]) : (key is "text" or "utf8" or "body", key);
                i = inText ? i : close;
            }
            else if (source[i] == '[' && key is "tokens" or "words")
            {
                i = EndOfArray(source, i);
            }
        }

        return text.ToString();
    }

    /// <summary>Recognisers repeat the text in pieces below each segment.</summary>
    private static int EndOfArray(string source, int open)
    {
        for (var (i, depth) = (open, 0); ; i++)
        {
            depth += source[i] == '[' ? 1 : source[i] == ']' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }

            i = source[i] == '"' ? EndOfString(source, i) : i;
        }
    }

    private static int EndOfString(string source, int open)
    {
        var close = open + 1;
        while (source[close] != '"')
        {
            close += source[close] == '\\' ? 2 : 1;
        }

        return close;
    }

    private static char Character(string source, ref int i)
    {
        if (source[i] != '\\')
        {
            return source[i];
        }

        i++;
        if (source[i] == 'u')
        {
            i += 4;
            return (char)int.Parse(source.AsSpan(i - 3, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        }

        return source[i] is 'n' or 't' ? ' ' : source[i];
    }
}
