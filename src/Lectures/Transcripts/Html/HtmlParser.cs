using Lectures.Transcripts.Documents;

namespace Lectures.Transcripts.Html;

/// <summary>Reads saved lecture pages and the transcript pages of podcasts, also the bare fragments that podcast feeds link to: the article and nothing around it.</summary>
internal sealed class HtmlParser : ITranscriptParser
{
    private static readonly string[] Openings =
    [
        "<!doctype html", "<html", "<head", "<body", "<article", "<main", "<section", "<div", "<p>", "<p ", "<h1", "<h2", "<h3", "<cite", "<time", "<title", "<meta", "<ul", "<ol", "<span",
        "<blockquote", "<header", "<table", "<dl",
    ];

    public bool Recognises(SourceText source)
    {
        var text = source.Text.AsSpan().TrimStart("\uFEFF \t\r\n");
        for (var comments = 0; comments < 10 && (text.StartsWith("<!--", StringComparison.Ordinal) || text.StartsWith("<?xml", StringComparison.Ordinal)); comments++)
        {
            var end = text.IndexOf(text[1] == '!' ? "-->" : "?>", StringComparison.Ordinal);
            text = end < 0 ? default : text[(end + 2)..].TrimStart("> \t\r\n");
        }

        foreach (var opening in Openings)
        {
            if (text.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            {
                // Markdown may open with a tag too.
                return source.Extension is not (".md" or ".markdown") || opening is "<!doctype html" or "<html";
            }
        }

        return source.Extension is ".html" or ".htm" or ".xhtml" && text.Contains('<') && text.Contains('>');
    }

    public ParseResult Parse(SourceText source)
    {
        var page = PageSource.Of(source.Text);
        if (page.TooDeepAt is { } place)
        {
            return new ParseResult.Rejected(source.File, source.LineAt(place), "The page is nested too deep here to be read. Save the article as plain text.");
        }

        var (blocks, told, guessed) = Article.Read(source.Text, page);
        var writer = new DocumentWriter(source.File, SourceUnit.Character, source.LineAt, source.Context);
        return writer.Write(blocks, told, guessed) is { } transcript
            ? new ParseResult.Parsed(transcript)
            : new ParseResult.Rejected(source.File, null, "The page holds no article. Open it, check that the transcript is shown, and save it again as a complete page.");
    }
}
