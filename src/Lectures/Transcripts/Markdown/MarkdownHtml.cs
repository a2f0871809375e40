using Lectures.Transcripts.Documents;
using Lectures.Transcripts.Html;
using Markdig.Syntax;

namespace Lectures.Transcripts.Markdown;

/// <summary>Reads the words of HTML that stands as a block of its own in Markdown.</summary>
internal static class MarkdownHtml
{
    public static void Read(string text, HtmlBlock html, List<DocumentBlock> blocks)
    {
        var block = new DocumentBlock();
        var scanner = new MarkupScanner(text, html.Span.Start, Math.Min(html.Span.End + 1, text.Length));
        while (scanner.Next())
        {
            if (scanner.IsText)
            {
                CharacterReferences.AddTo(block, text, scanner.Span);
                continue;
            }

            var role = TagRole.Of(scanner.Name);
            if (role.HoldsNoMarkup && !scanner.IsEndTag)
            {
                scanner.SkipContent(scanner.Name);
            }
            else if (role.IsEmpty)
            {
                block.Space();
            }
            else if (role.Kept is not (null or "span"))
            {
                blocks.Add(block);
                block = new DocumentBlock(!scanner.IsEndTag && scanner.Name is ['h', >= '1' and <= '6'] ? scanner.Name[1] - '0' : 0);
            }
        }

        blocks.Add(block);
    }
}
