using System.Globalization;
using System.Text;
using Bot.Chat;
using Lectures.Answers;
using Lectures.Passages;
using Lectures.Transcripts;

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
                case Block.Text text:
                    lines.Add(new TerminalLine(0, [new TerminalText(Visible(text.Words))]));
                    break;
                case Block.Item item:
                    lines.Add(new TerminalLine(2, item.Remark.Length == 0
                        ? [new TerminalText(Visible(item.Name))]
                        : [new TerminalText(Visible(item.Name)), new TerminalText($" · {Visible(item.Remark)}", TerminalStyle.Dim)]));
                    break;
                case Block.Quotation quotation:
                    Add(lines, quotation);
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
        var parts = new[] { citation.Series, citation.Lecture, citation.Section, citation.Speaker, Place(citation.Where) };
        return string.Join(" · ", parts.Where(static part => !string.IsNullOrEmpty(part)).Select(static part => Visible(part ?? "")));
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
        if (Link(quotation.Excerpt.Citation.Where) is { } link)
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

    private static string Place(Citation.Place where) => where switch
    {
        Citation.Place.Timecodes times => Timecode.Write(times.Start),
        Citation.Place.Lines { First: var first, Last: var last } when first == last => string.Create(CultureInfo.InvariantCulture, $"line {first}"),
        Citation.Place.Lines lines => string.Create(CultureInfo.InvariantCulture, $"lines {lines.First}–{lines.Last}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Uri? Link(Citation.Place where) => where switch
    {
        Citation.Place.Timecodes times => times.Link,
        Citation.Place.Lines lines => lines.Link,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

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
