using System.Text;
using Lectures.Transcripts.Documents;

namespace Lectures.Transcripts.Markdown;

/// <summary>Turns the lines of a paragraph or heading into blocks of words, times and speakers, each placed in the file.</summary>
internal sealed class InlineReader(string text, LinkDefinitions links, Uri? lectureUrl)
{
    private const int LongestMark = 60;
    private const int FarthestEndTag = 20;

    private readonly string? lectureAddress = lectureUrl?.GetLeftPart(UriPartial.Query);

    /// <summary>Where links with a time lead to; null where none does.</summary>
    public Uri? Address { get; private set; }

    public void Read(List<TextSpan> lines, int heading, List<DocumentBlock> blocks)
    {
        if (lines.Count > 0 && IsFootnote(text.AsSpan(lines[0].Start, lines[0].Length)))
        {
            return;
        }

        for (var from = 0; from < lines.Count;)
        {
            var to = from + 1;
            while (to < lines.Count && !LineOpening.IsTurn(text, lines[to - 1], lines[to]))
            {
                to++;
            }

            blocks.Add(Read(new InlineLines(text, lines[from..to]), heading));
            from = to;
        }
    }

    /// <summary>"[^1]: See the map." was written, not spoken.</summary>
    private static bool IsFootnote(ReadOnlySpan<char> line) =>
        line.StartsWith("[^", StringComparison.Ordinal) && line.IndexOf(']') is > 2 and < 60 and var close && close + 1 < line.Length && line[close + 1] == ':';

    private DocumentBlock Read(InlineLines lines, int heading)
    {
        var block = new DocumentBlock(heading);
        var tokens = new InlineScanner(lines.Text, links).Scan();
        if (heading == 0 && IsContents(tokens))
        {
            return block;
        }

        var parenthesis = -1;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            switch (token.Kind)
            {
                case InlineKind.Text:
                    var shown = parenthesis == i ? token.Source with { Start = token.Source.Start + 1 } : token.Source;
                    if (OpensTime(lines.Text, tokens, i))
                    {
                        (shown, parenthesis) = (shown with { End = shown.End - 1 }, tokens[i + 1].Partner + 1);
                    }

                    block.Add(lines.Text.AsSpan(shown.Start, shown.Length), lines.Place(shown).Start);
                    break;
                case InlineKind.Spelled:
                    block.Add(token.Value, lines.Place(token.Source));
                    break;
                case InlineKind.Space:
                    block.Space();
                    break;
                case InlineKind.BoldStart:
                    block.BeginBold();
                    break;
                case InlineKind.BoldEnd:
                    block.EndBold();
                    break;
                case InlineKind.LinkStart when IsTime(block, token, Words(lines.Text, tokens, i + 1, token.Partner)):
                case InlineKind.ImageStart:
                    i = token.Partner;
                    break;
                case InlineKind.Tag:
                    i = ReadTag(block, lines.Text, tokens, i);
                    break;
                default:
                    break;
            }
        }

        return block;
    }

    /// <summary>A table of contents is made of links into the page.</summary>
    private static bool IsContents(List<InlineToken> tokens) =>
        tokens is [{ Kind: InlineKind.LinkStart, Value: ['#', ..] } link, ..] && link.Partner == tokens.Count - 1 && !SpokenTimes.IsTimeLink(link.Value, out _, out _);

    /// <summary>"([00:12](…))": the parentheses belong to the time.</summary>
    private static bool OpensTime(string text, List<InlineToken> tokens, int index) =>
        text[tokens[index].Source.End - 1] == '('
        && index + 1 < tokens.Count && tokens[index + 1] is { Kind: InlineKind.LinkStart } link
        && link.Partner + 1 < tokens.Count && tokens[link.Partner + 1] is { Kind: InlineKind.Text } next && text[next.Source.Start] == ')'
        && SpokenTimes.IsTime(Words(text, tokens, index + 2, link.Partner), out _);

    /// <summary>Whether a link shows nothing but a time. One that shows words and leads to a second of the lecture tells their time.</summary>
    private bool IsTime(DocumentBlock block, InlineToken link, string words)
    {
        var leads = SpokenTimes.IsTimeLink(link.Value, out var target, out var address);
        if (SpokenTimes.IsTime(words, out var time))
        {
            if (leads && Address is null && Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            {
                Address = url;
            }

            block.BeginTime(time);
            return true;
        }

        if (leads && (address.Length == 0 || address[0] == '#' || address == lectureAddress || address == Address?.OriginalString))
        {
            block.BeginTime(target);
        }

        return false;
    }

    private static int ReadTag(DocumentBlock block, string text, List<InlineToken> tokens, int index)
    {
        var name = tokens[index].Value;
        if (name is "br")
        {
            block.Space();
        }
        else if (name is "b" or "strong")
        {
            block.BeginBold();
        }
        else if (name is "/b" or "/strong")
        {
            block.EndBold();
        }
        else if (name is "time" or "cite")
        {
            var end = tokens.FindIndex(index, Math.Min(FarthestEndTag, tokens.Count - index), token => token.Kind == InlineKind.Tag && token.Value == $"/{name}");
            var words = end < 0 ? "" : Words(text, tokens, index + 1, end);
            if (name is "time" && SpokenTimes.IsTime(words, out var time))
            {
                block.BeginTime(time);
                return end;
            }

            if (name is "cite" && block.IsEmpty && words.EndsWith(':') && TurnOpening.IsName(words.AsSpan().TrimEnd(':')))
            {
                block.Speaker = words.TrimEnd(':');
                return end;
            }
        }

        return index;
    }

    /// <summary>What the tokens show, as far as a name or a time reaches.</summary>
    private static string Words(string text, List<InlineToken> tokens, int from, int to)
    {
        var words = new StringBuilder();
        for (var i = from; i < to && words.Length <= LongestMark; i++)
        {
            _ = tokens[i].Kind switch
            {
                InlineKind.Text => words.Append(text.AsSpan(tokens[i].Source.Start, Math.Min(LongestMark, tokens[i].Source.Length))),
                InlineKind.Spelled => words.Append(tokens[i].Value),
                InlineKind.Space => words.Append(' '),
                _ => words,
            };
        }

        return words.ToString();
    }
}
