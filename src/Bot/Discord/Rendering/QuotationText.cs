using Bot.Chat;
using Lectures.Answers;
using Lectures.Passages;
using Lectures.Transcripts;

namespace Bot.Discord.Rendering;

/// <summary>A lecturer's words in Discord's markdown: white space on one line, the answering sentence in bold.</summary>
internal static class QuotationText
{
    private const int ShortCharacters = 220;
    private const int MostOfPart = 100;
    private const int MostOfLink = 500;

    public static string Full(Excerpt excerpt) => Words(excerpt, excerpt.Span);

    /// <summary>The highlight and as many whole sentences around it as there is room for.</summary>
    public static string Short(Excerpt excerpt)
    {
        var sentences = excerpt.Passage.Transcript.Sentences.Skip(excerpt.Passage.FirstSentence)
            .Take(excerpt.Passage.EndSentence - excerpt.Passage.FirstSentence).Where(sentence => excerpt.Span.Contains(sentence)).ToList();
        var span = excerpt.Highlight;
        while (true)
        {
            var after = sentences.FirstOrDefault(sentence => sentence.Start >= span.End);
            var before = sentences.LastOrDefault(sentence => sentence.End <= span.Start);
            if (after.Length > 0 && after.End - span.Start <= ShortCharacters)
            {
                span = new TextSpan(span.Start, after.End);
            }
            else if (before.Length > 0 && span.End - before.Start <= ShortCharacters)
            {
                span = new TextSpan(before.Start, span.End);
            }
            else
            {
                return Words(excerpt, span);
            }
        }
    }

    /// <summary>"Series · Lecture · Section · Speaker · 12:34" in small print, a link to there where the lecture has an address.</summary>
    public static string Cite(Citation citation) => $"-# {Words(citation)}";

    private static string Words(Citation citation)
    {
        var label = string.Join(" · ", CitationText.Parts(citation).Select(static part => TextLength.Cut(OneLine(part), MostOfPart)));
        return CitationText.Link(citation.Where) is { } link && Address(link) is { Length: <= MostOfLink } address
            ? $"[{MarkdownEscape.LinkLabel(label)}]({address})"
            : MarkdownEscape.Inline(label);
    }

    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Words(Excerpt excerpt, TextSpan span)
    {
        var text = excerpt.Passage.Transcript.Text;
        var (first, last) = (Math.Clamp(excerpt.Highlight.Start, span.Start, span.End), Math.Clamp(excerpt.Highlight.End, span.Start, span.End));
        var before = MarkdownEscape.Inline(OneLine(text[span.Start..first]));
        var bold = MarkdownEscape.Inline(OneLine(text[first..last]));
        var after = MarkdownEscape.Inline(OneLine(text[last..span.End]));
        var isCut = excerpt.CutsSentence && span.End == excerpt.Span.End;
        return string.Join(' ', new[] { before, bold.Length > 0 ? $"**{bold}**" : "", after, isCut ? "…" : "" }.Where(static part => part.Length > 0));
    }

    // A bracket would end the link.
    private static string Address(Uri link) => link.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);
}
