using System.Globalization;
using System.Text;
using Bot.Chat;
using Bot.Chat.Moderation;
using Lectures.Answers;
using Lectures.Passages;

namespace Bot.Terminal;

/// <summary>From a reply to lines. Pure.</summary>
internal static class TerminalRenderer
{
    private const int QuotationIndent = 4;

    public static IReadOnlyList<TerminalLine> Render(Reply reply)
    {
        var lines = new List<TerminalLine>();
        foreach (var block in reply.Blocks)
        {
            switch (block)
            {
                case Block.Surroundings surroundings:
                    Add(lines, surroundings);
                    break;
                case Block.Copyable copyable:
                    lines.Add(new TerminalLine(0, [new TerminalText(copyable.Name, TerminalStyle.Dim)]));
                    lines.AddRange(copyable.Words.Split('\n').Select(static line => new TerminalLine(2, [new TerminalText(Visible(line))])));
                    break;
                case Block.Text text:
                    lines.Add(new TerminalLine(0, [new TerminalText(Visible(text.Words))]));
                    break;
                case Block.Heading heading:
                    lines.Add(new TerminalLine(0, [new TerminalText(Visible(heading.Words))]));
                    break;
                case Block.Item item:
                    lines.Add(new TerminalLine(2, item.Remark.Length == 0
                        ? [new TerminalText(Visible(item.Name))]
                        : [new TerminalText(Visible(item.Name)), new TerminalText($" · {Visible(item.Remark)}", TerminalStyle.Dim)]));
                    break;
                case Block.Quotation quotation:
                    Add(lines, quotation);
                    break;
                case Block.Bar bar:
                    lines.Add(new TerminalLine(2, [new TerminalText($"{bar.Share,4:0%} {Visible(bar.Name)} · {Visible(bar.Remark)}")]));
                    break;
                case Block.Reference reference:
                    lines.Add(new TerminalLine(2, [new TerminalText(Visible($"{reference.Name}: {string.Join(", ", reference.Ids)}"))]));
                    break;
                case Block.Change change:
                    lines.Add(new TerminalLine(2, [new TerminalText(Visible(ChangeText.Of(change.Entry)))]));
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }

        return lines;
    }

    /// <summary>"Series · Lecture · Section · Speaker · 12:34".</summary>
    public static string Cite(Citation citation)
    {
        return string.Join(" · ", CitationText.Parts(citation).Select(Visible));
    }

    private static void Add(List<TerminalLine> lines, Block.Quotation quotation)
    {
        if (lines.Count > 0)
        {
            lines.Add(TerminalLine.Empty);
        }

        var texts = Words(quotation.Excerpt);
        lines.Add(new TerminalLine(QuotationIndent, [new TerminalText($"{quotation.Rank.ToString(CultureInfo.InvariantCulture)}. "), .. texts]));
        lines.Add(new TerminalLine(QuotationIndent, [new TerminalText(Cite(quotation.Excerpt.Citation), TerminalStyle.Dim)]));
        if (CitationText.Link(quotation.Excerpt.Citation.Where) is { } link)
        {
            lines.Add(new TerminalLine(QuotationIndent, [new TerminalText(link.AbsoluteUri, TerminalStyle.Dim)]));
        }
    }

    private static IEnumerable<TerminalText> Words(Excerpt excerpt)
    {
        var (span, highlight, text) = (excerpt.Span, excerpt.Highlight, excerpt.Passage.Transcript.Text);
        var end = Math.Min(highlight.End, span.End);
        yield return new TerminalText(Visible(text[span.Start..highlight.Start]));
        yield return new TerminalText(Visible(text[highlight.Start..end]), TerminalStyle.Highlight);
        yield return new TerminalText(Visible(text[end..span.End]) + (excerpt.CutsSentence ? " …" : ""));
    }

    private static void Add(List<TerminalLine> lines, Block.Surroundings surroundings)
    {
        var (passage, text) = (surroundings.Passage, surroundings.Passage.Transcript.Text);
        var before = surroundings.Before is { } earlier ? text[earlier.Span.Start..passage.Span.Start] : "";
        var after = surroundings.After is { } later ? text[passage.Span.End..Math.Max(passage.Span.End, later.Span.End)] : "";
        lines.Add(new TerminalLine(QuotationIndent,
            [new TerminalText(Visible(before)), new TerminalText(Visible(passage.Text), TerminalStyle.Highlight), new TerminalText(Visible(after))]));
        lines.Add(new TerminalLine(QuotationIndent, [new TerminalText(Cite(Citation.Of(passage, passage.Span)), TerminalStyle.Dim)]));
    }

    /// <summary>White space becomes single spaces, and what could steer a terminal is left out.</summary>
    public static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (visible.Length == 0 || visible[^1] != ' ')
                {
                    visible.Append(' ');
                }
            }
            else if (!char.IsControl(c))
            {
                visible.Append(c);
            }
        }

        return visible.ToString();
    }
}
