using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lectures.Transcripts.Documents;

namespace Lectures.Transcripts.Html;

/// <summary>From a page to the blocks of its article. All that touches the HTML library starts here, so that it loads for pages only.</summary>
internal static class Article
{
    public static (IReadOnlyList<DocumentBlock> Blocks, LectureDetails Told, LectureDetails Guessed) Read(string text, PageSource page)
    {
        using var document = new AngleSharp.Html.Parser.HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(page.Markup);
        var words = new PageWords(text, page.Runs);
        var size = PageSize.Of(document, words);
        var root = ArticleFinder.Find(document, size);
        if (root is null)
        {
            return ([], LectureDetails.None, LectureDetails.None);
        }

        var reader = new ArticleReader(words, size, root);
        var blocks = TranscriptHeading.Within(reader.Read());
        var guessed = reader.Details.Or(new LectureDetails { Title = SoleHeading(document, words) }).Or(page.Head.Details());
        return (blocks, LectureDetails.None, guessed);
    }

    /// <summary>The page's only heading of the first level, which may stand outside the article.</summary>
    private static string? SoleHeading(IDocument document, PageWords words)
    {
        var headings = document.GetElementsByTagName("h1");
        return headings.Length == 1 && words.Of(headings[0]) is { Length: > 0 and < 200 } title ? title : null;
    }
}
