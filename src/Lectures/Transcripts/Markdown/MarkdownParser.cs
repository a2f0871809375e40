using Lectures.Transcripts.Documents;
using Lectures.Transcripts.Metadata;

namespace Lectures.Transcripts.Markdown;

/// <summary>Reads Markdown (CommonMark): front matter tells of the lecture, headings are sections, links that show a time are times.</summary>
internal sealed class MarkdownParser : ITranscriptParser
{
    private const int LinesToRecognise = 400;
    private const int SignsToRecognise = 2;

    public bool Recognises(SourceText source) =>
        source.Extension is ".md" or ".markdown" || FrontMatter.Find(source) is not null || HasSigns(source);

    public ParseResult Parse(SourceText source)
    {
        var front = FrontMatter.Find(source);
        var metadata = front is null ? MetadataResult.None : MetadataReader.Read(source.File, front.Yaml, front.FirstLine, MetadataKind.Lecture);
        if (MarkdownNesting.TooDeepAt(source) is { } line)
        {
            return new ParseResult.Rejected(source.File, line, "Lists or quotations are nested too deep here to be read. Indent the text less.");
        }

        var links = LinkDefinitions.Of(source, front?.End ?? 0);
        var blocks = MarkdownBlocks.Read(source.Text, links, metadata.Details.Url, out var address);
        var guessed = new LectureDetails { Url = address };
        var writer = new DocumentWriter(source.File, SourceUnit.Character, source.LineAt, source.Context);
        return writer.Write(TranscriptHeading.Within(blocks), metadata.Details, guessed) is { } transcript
            ? new ParseResult.Parsed(transcript, metadata.Unread)
            : new ParseResult.Rejected(source.File, null, "The file holds no spoken text. Put the lecture's words under its title, or remove it.");
    }

    /// <summary>A text file is Markdown where headings are marked, or several kinds of marks occur.</summary>
    private static bool HasSigns(SourceText source)
    {
        var (headings, links, bold) = (0, 0, 0);
        foreach (var span in source.Lines.Take(LinesToRecognise))
        {
            var line = source.Slice(span);
            headings += line.StartsWith("## ", StringComparison.Ordinal) || line.StartsWith("### ", StringComparison.Ordinal) ? 2 : 0;
            headings += line.StartsWith("# ", StringComparison.Ordinal) && !line.Contains(':') ? 1 : 0;
            links |= line.Contains("](http", StringComparison.Ordinal) ? 1 : 0;
            bold |= line.StartsWith("**", StringComparison.Ordinal) && line[2..].Contains("**", StringComparison.Ordinal) ? 1 : 0;
        }

        return headings + links + bold >= SignsToRecognise;
    }
}
