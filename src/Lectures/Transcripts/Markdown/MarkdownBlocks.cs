using Lectures.Transcripts.Documents;
using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Lectures.Transcripts.Markdown;

/// <summary>
/// Reads a file's headings and paragraphs with Markdig. What stands within them is read by <see cref="InlineScanner"/>: Markdig's own
/// reading of links takes minutes for a few hundred kilobytes of "[a](", and lines that it leaves alone keep their exact place.
/// </summary>
internal static class MarkdownBlocks
{
    private static readonly MarkdownPipeline Pipeline = BlocksOnly();

    /// <param name="lectureUrl">What the front matter names; links to it that carry a time are times.</param>
    /// <param name="address">Where times lead to, without the time; null where none leads anywhere.</param>
    public static IReadOnlyList<DocumentBlock> Read(string text, LinkDefinitions links, Uri? lectureUrl, out Uri? address)
    {
        var document = Markdig.Markdown.Parse(links.Text, Pipeline);
        var reader = new InlineReader(text, links, lectureUrl);
        var blocks = new List<DocumentBlock>();
        foreach (var leaf in document.Descendants<LeafBlock>())
        {
            switch (leaf)
            {
                case ThematicBreakBlock:
                    break;
                case HtmlBlock html:
                    MarkdownHtml.Read(text, html, blocks);
                    break;
                case CodeBlock code:
                    blocks.Add(Verbatim(text, code));
                    break;
                case HeadingBlock heading:
                    reader.Read(WithoutAttributes(text, LinesOf(leaf)), heading.Level, blocks);
                    break;
                default:
                    ReadParagraph(text, LinesOf(leaf), reader, blocks);
                    break;
            }
        }

        address = reader.Address;
        return blocks;
    }

    /// <summary>Lines above "===" or "---" are a heading. Markdig's time for these grows with the square of their number.</summary>
    private static void ReadParagraph(string text, List<TextSpan> lines, InlineReader reader, List<DocumentBlock> blocks)
    {
        var from = 0;
        for (var i = 1; i < lines.Count; i++)
        {
            var line = text.AsSpan(lines[i].Start, lines[i].Length).Trim();
            if (i > from && !line.IsEmpty && line[0] is '=' or '-' && !line.ContainsAnyExcept(line[0]))
            {
                reader.Read(WithoutAttributes(text, lines[from..i]), line[0] == '=' ? 1 : 2, blocks);
                from = i + 1;
            }
            else if (i > from && MarkdownTable.IsDelimiter(line) && MarkdownTable.IsRow(lines[i - 1].In(text)))
            {
                reader.Read(lines[from..(i - 1)], 0, blocks);
                MarkdownTable.ReadRow(text, lines[i - 1], isHeader: true, reader, blocks);
                for (i++; i < lines.Count && MarkdownTable.IsRow(lines[i].In(text)); i++)
                {
                    MarkdownTable.ReadRow(text, lines[i], isHeader: false, reader, blocks);
                }

                from = i;
            }
        }

        reader.Read(lines[from..], 0, blocks);
    }

    /// <summary>"The Wool Trade {#wool}": the name of the place, which programs write behind a heading.</summary>
    private static List<TextSpan> WithoutAttributes(string text, List<TextSpan> lines)
    {
        if (lines is [.., var last] && text.AsSpan(last.Start, last.Length).TrimEnd() is [.., '}'] line && line.LastIndexOf('{') is > 0 and var open && line[open + 1] is '#' or '.')
        {
            lines[^1] = last with { End = last.Start + line[..open].TrimEnd().Length };
        }

        return lines;
    }

    private static MarkdownPipeline BlocksOnly()
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation();
        if (builder.BlockParsers.Find<ParagraphBlockParser>() is { } paragraphs)
        {
            paragraphs.ParseSetextHeadings = false;
        }

        foreach (var parser in builder.BlockParsers)
        {
            parser.Closed += static (_, block) =>
            {
                if (block is LeafBlock leaf)
                {
                    leaf.ProcessInlines = false;
                }
            };
        }

        return builder.Build();
    }

    /// <summary>People indent paragraphs; in a transcript that is no code.</summary>
    private static DocumentBlock Verbatim(string text, CodeBlock code)
    {
        var block = new DocumentBlock();
        foreach (var line in LinesOf(code))
        {
            block.Add(text.AsSpan(line.Start, line.Length), line.Start);
            block.Space();
        }

        return block;
    }

    /// <summary>The block's lines as they stand in the file, without what marks lists and quotations.</summary>
    private static List<TextSpan> LinesOf(LeafBlock block)
    {
        var lines = new List<TextSpan>();
        for (var i = 0; i < block.Lines.Count; i++)
        {
            var line = block.Lines.Lines[i].Slice;
            if (line.End >= line.Start)
            {
                lines.Add(new TextSpan(line.Start, line.End + 1));
            }
        }

        return lines;
    }
}
