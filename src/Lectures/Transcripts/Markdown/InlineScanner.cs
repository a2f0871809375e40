using System.Buffers;
using Markdig.Helpers;

namespace Lectures.Transcripts.Markdown;

/// <summary>
/// Cuts a paragraph into words and marks: emphasis, links, code, escapes, references, tags (CommonMark 0.31, section 6). One pass with
/// bounded looking ahead and back, so that its time grows with the text alone.
/// </summary>
internal sealed class InlineScanner(string text, LinkDefinitions links)
{
    private const int LongestTag = 1_000;
    private const int MostOpenBrackets = 200;
    private const int LongestWikiLink = 200;
    private const int LongestHighlight = 400;

    private static readonly SearchValues<char> Special = SearchValues.Create("\n\\&`<*_![]=");

    private readonly List<InlineToken> tokens = [];
    private readonly EmphasisMatcher emphasis = new();
    private readonly List<int> brackets = [];
    private CodeSpans? code;
    private int highlightEnd = -1;
    private int at;

    public List<InlineToken> Scan()
    {
        while (at < text.Length)
        {
            var plain = text.AsSpan(at).IndexOfAny(Special);
            plain = plain < 0 ? text.Length - at : plain;
            if (plain > 0)
            {
                Add(InlineKind.Text, plain);
                continue;
            }

            ReadSpecial();
        }

        return tokens;
    }

    private void ReadSpecial()
    {
        switch (text[at])
        {
            case '\n':
                Add(InlineKind.Space, 1);
                break;
            case '\\' when at + 1 < text.Length && char.IsAscii(text[at + 1]) && (char.IsPunctuation(text[at + 1]) || char.IsSymbol(text[at + 1])):
                Add(InlineKind.Spelled, 2, text[at + 1].ToString());
                break;
            case '\\' when at + 1 < text.Length && text[at + 1] == '\n':
                Add(InlineKind.Mark, 1);
                break;
            case '&' when Reference(out var length) is { } shown:
                Add(InlineKind.Spelled, length, shown);
                break;
            case '`':
                ReadCode();
                break;
            case '<':
                ReadTag();
                break;
            case '*' or '_':
                ReadEmphasis();
                break;
            case '!' when WikiLinkAt(at + 1) > 0:
                Add(InlineKind.Mark, 1);
                break;
            case '!' when at + 1 < text.Length && text[at + 1] == '[':
                Open(2);
                break;
            case '[' when WikiLinkAt(at) is > 0 and var length:
                ReadWikiLink(length);
                break;
            case '[':
                Open(1);
                break;
            case '=' when IsHighlight():
                Add(InlineKind.Mark, 2);
                break;
            case ']':
                Close();
                break;
            default:
                Add(InlineKind.Text, 1);
                break;
        }
    }

    private void Add(InlineKind kind, int length, string? value = null)
    {
        tokens.Add(new InlineToken(kind, new TextSpan(at, at + length), value));
        at += length;
    }

    private string? Reference(out int length)
    {
        var rest = text.AsSpan(at, Math.Min(40, text.Length - at));
        length = rest.IndexOf(';') + 1;
        if (length < 3)
        {
            return null;
        }

        var name = rest[1..(length - 1)];
        if (name[0] != '#')
        {
            return EntityHelper.DecodeEntity(name);
        }

        var hexadecimal = name.Length > 1 && name[1] is 'x' or 'X';
        return int.TryParse(
            name[(hexadecimal ? 2 : 1)..],
            hexadecimal ? System.Globalization.NumberStyles.AllowHexSpecifier : System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture,
            out var number)
            ? EntityHelper.DecodeEntity(number)
            : null;
    }

    private void ReadCode()
    {
        code ??= new CodeSpans(text);
        var (length, close) = code.At(at);
        if (close < 0)
        {
            Add(InlineKind.Text, length);
            return;
        }

        Add(InlineKind.Mark, length);
        while (at < close)
        {
            var line = text.AsSpan(at, close - at).IndexOf('\n');
            Add(InlineKind.Text, line < 0 ? close - at : line);
            if (at < close)
            {
                Add(InlineKind.Space, 1);
            }
        }

        Add(InlineKind.Mark, length);
    }

    private void ReadTag()
    {
        var rest = text.AsSpan(at, Math.Min(LongestTag, text.Length - at));
        if (rest.StartsWith("<!--", StringComparison.Ordinal) && rest.IndexOf("-->", StringComparison.Ordinal) is > 0 and var comment)
        {
            Add(InlineKind.Mark, comment + 3);
            return;
        }

        var close = rest.IndexOf('>');
        if (close < 2 || !(char.IsAsciiLetter(rest[1]) || (rest[1] == '/' && char.IsAsciiLetter(rest[2]))))
        {
            Add(InlineKind.Text, 1);
            return;
        }

        var inner = rest[1..close];
        if (inner.IndexOfAny(" \t\n") < 0 && inner.IndexOfAny(":@") > 0)
        {
            // An address in angle brackets is shown as it is.
            Add(InlineKind.Mark, 1);
            Add(InlineKind.Text, close - 1);
            Add(InlineKind.Mark, 1);
            return;
        }

        var end = inner[1..].IndexOfAny(" \t\n/");
        Add(InlineKind.Tag, close + 1, (end < 0 ? inner : inner[..(end + 1)]).ToString().ToLowerInvariant());
    }

    private void ReadEmphasis()
    {
        var (mark, first, start) = (text[at], tokens.Count, at);
        while (at < text.Length && text[at] == mark)
        {
            Add(InlineKind.Text, 1);
        }

        emphasis.Add(tokens, mark, first, start == 0 ? ' ' : text[start - 1], at == text.Length ? ' ' : text[at]);
    }

    private void Open(int length)
    {
        if (brackets.Count == MostOpenBrackets)
        {
            brackets.RemoveAt(0);
        }

        brackets.Add(tokens.Count);
        Add(InlineKind.Text, length);
    }

    /// <summary>The length of "[[page]]" or "[[page|words]]", as note-taking programs write links; 0 for what is none.</summary>
    private int WikiLinkAt(int start)
    {
        var rest = text.AsSpan(start, Math.Min(LongestWikiLink, text.Length - start));
        var close = rest.StartsWith("[[") ? rest.IndexOf("]]") : -1;
        var isLink = close > 2 && rest[2..close].IndexOfAny("[]\n") < 0 && (close + 2 == rest.Length || rest[close + 2] is not ('(' or '['));
        return isLink ? close + 2 : 0;
    }

    private void ReadWikiLink(int length)
    {
        // "![[map.png]]" shows a picture.
        var inner = text.AsSpan(at + 2, length - 4);
        var shown = at > 0 && text[at - 1] == '!' ? inner.Length : inner.LastIndexOf('|') + 1;
        Add(InlineKind.Mark, 2 + shown);
        if (shown < inner.Length)
        {
            Add(InlineKind.Text, inner.Length - shown);
        }

        Add(InlineKind.Mark, 2);
    }

    /// <summary>"==words==" are marked; a lone "==" is not.</summary>
    private bool IsHighlight()
    {
        if (at == highlightEnd)
        {
            return true;
        }

        var rest = text.AsSpan(at, Math.Min(LongestHighlight, text.Length - at));
        var opens = at > highlightEnd && rest.StartsWith("==") && rest.Length > 2 && rest[2] is not (' ' or '=');
        var close = opens ? rest[2..].IndexOf("==") : -1;
        if (close <= 0 || rest[close + 1] == ' ')
        {
            return false;
        }

        highlightEnd = at + 2 + close;
        return true;
    }

    private void Close()
    {
        if (brackets.Count == 0)
        {
            Add(InlineKind.Text, 1);
            return;
        }

        var opener = brackets[^1];
        brackets.RemoveAt(brackets.Count - 1);
        var open = tokens[opener];
        var inner = text.AsSpan(open.Source.End, at - open.Source.End);
        if (open.Source.Length == 1 && inner.StartsWith("^") && inner.Length is > 1 and < 60 && !inner.Contains(' '))
        {
            // The mark of a footnote.
            for (var i = opener; i < tokens.Count; i++)
            {
                tokens[i] = tokens[i] with { Kind = InlineKind.Mark };
            }

            Add(InlineKind.Mark, 1);
            return;
        }

        if (LinkTarget.Read(text, at + 1, inner, links) is not { } target)
        {
            Add(InlineKind.Text, 1);
            return;
        }

        var isImage = open.Source.Length == 2;
        tokens[opener] = open with { Kind = isImage ? InlineKind.ImageStart : InlineKind.LinkStart, Value = target.Address, Partner = tokens.Count };
        Add(isImage ? InlineKind.ImageEnd : InlineKind.LinkEnd, target.End - at);
    }
}
