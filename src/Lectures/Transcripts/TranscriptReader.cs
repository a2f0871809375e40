using System.Globalization;
using Lectures.Transcripts.Docx;
using Lectures.Transcripts.Html;
using Lectures.Transcripts.Json;
using Lectures.Transcripts.Markdown;
using Lectures.Transcripts.Spoken;
using Lectures.Transcripts.Subtitles;
using Microsoft.Extensions.Options;

namespace Lectures.Transcripts;

/// <summary>From a file's bytes to a transcript or the reason why there is none. Never throws for what a file holds.</summary>
public sealed class TranscriptReader(IOptions<TranscriptOptions> options)
{
    /// <summary>Asked in turn; the last one takes everything.</summary>
    private readonly IReadOnlyList<ITranscriptParser> parsers =
    [
        new JsonTranscriptParser(), new TabbedTimesParser(), new WebVttParser(), new SubRipParser(), new BracketedTimesParser(), new HtmlParser(), new MarkdownParser(),
        new SpokenTurnsParser(), new SegmentLinesParser(), new PlainTextParser(),
    ];

    /// <summary>The title that a lecture has where its file tells none.</summary>
    /// <param name="name">The file's, with its ending.</param>
    public static string? TitleFromName(string name) => LectureNames.OfFile(name).Title;

    /// <summary>File name endings that are read; others in a lectures folder are left alone.</summary>
    public static IReadOnlyList<string> Extensions { get; } =
        [".txt", ".vtt", ".srt", ".json", ".json3", ".tsv", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx"];

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
        var known = context ?? ReadingContext.Default;
        if (RejectBySize(file, bytes.Length) is { } tooLarge)
        {
            return tooLarge;
        }

        if (bytes.Trim(" \t\r\n"u8).IsEmpty)
        {
            return new ParseResult.Rejected(file, null, "The file is empty. Put the transcript into it, or remove it.");
        }

        if (BinaryFormats.Refuse(file, bytes) is { } notText)
        {
            return notText;
        }

        if (DocxParser.Recognises(bytes))
        {
            return known.Complete(SpeechCleaning.Clean(DocxParser.Parse(file, bytes, known, options.Value), known));
        }

        var decoded = TextDecoding.Decode(bytes);
        if (decoded.Text is not { } text)
        {
            return new ParseResult.Rejected(file, decoded.Line, decoded.Reason);
        }

        var source = new SourceText(file, text, known);
        return known.Complete(SpeechCleaning.Clean(parsers.First(parser => parser.Recognises(source)).Parse(source), known));
    }
}
