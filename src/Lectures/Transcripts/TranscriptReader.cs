using System.Globalization;
using System.Text;
using Lectures.Transcripts.Json;
using Lectures.Transcripts.Spoken;
using Lectures.Transcripts.Subtitles;
using Microsoft.Extensions.Options;

namespace Lectures.Transcripts;

/// <summary>From a file's bytes to a transcript or the reason why there is none. Never throws for what a file holds.</summary>
public sealed class TranscriptReader(IOptions<TranscriptOptions> options)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Asked in turn; the last one takes everything.</summary>
    private readonly IReadOnlyList<ITranscriptParser> parsers =
    [
        new JsonTranscriptParser(), new TabbedTimesParser(), new WebVttParser(), new SubRipParser(), new BracketedTimesParser(), new SpokenTurnsParser(),
        new SegmentLinesParser(), new PlainTextParser(),
    ];

    /// <summary>File name endings that are read; others in a lectures folder are left alone.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".txt", ".vtt", ".srt", ".json", ".json3", ".tsv"];

    /// <summary>Rejects a file by its size alone, so that nobody needs to read it.</summary>
    public ParseResult.Rejected? RejectBySize(string file, long bytes) => bytes > options.Value.MaxBytes
        ? new ParseResult.Rejected(file, null, string.Create(
            CultureInfo.InvariantCulture,
            $"The file has {bytes / 1_000_000.0:0.#} MB; at most {options.Value.MaxBytes / 1_000_000.0:0.#} MB are read. Split it into one file a lecture."))
        : null;

    /// <param name="file">Relative to the library's folder, with forward slashes.</param>
    /// <param name="context">What is known beside the content; the default where nothing is.</param>
    public ParseResult Read(string file, ReadOnlySpan<byte> bytes, ReadingContext? context = null)
    {
        if (RejectBySize(file, bytes.Length) is { } tooLarge)
        {
            return tooLarge;
        }

        if (bytes.Trim(" \t\r\n"u8).IsEmpty)
        {
            return new ParseResult.Rejected(file, null, "The file is empty. Put the transcript into it, or remove it.");
        }

        if (bytes.Contains((byte)0))
        {
            return new ParseResult.Rejected(file, LineOf(bytes, bytes.IndexOf((byte)0)), "The file is not text. Save the transcript as plain text in UTF-8.");
        }

        string text;
        try
        {
            text = StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException invalid)
        {
            return new ParseResult.Rejected(file, LineOf(bytes, invalid.Index), "The text is not valid UTF-8 here. Save the file again with the encoding UTF-8.");
        }

        var source = new SourceText(file, text, context);
        return SpeechCleaning.Clean(parsers.First(parser => parser.Recognises(source)).Parse(source), source.Context);
    }

    private static int LineOf(ReadOnlySpan<byte> bytes, int index) => bytes[..Math.Clamp(index, 0, bytes.Length)].Count((byte)'\n') + 1;
}
