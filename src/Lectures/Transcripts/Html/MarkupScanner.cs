namespace Lectures.Transcripts.Html;

/// <summary>
/// Cuts HTML into text and tags by the rules of the HTML Standard (13.2.5), without building anything: where a piece stands is known
/// exactly, which a parsed page no longer tells. Comments, declarations and the content of scripts and styles are passed over.
/// One pass, no look-back.
/// </summary>
internal ref struct MarkupScanner(string text, int start, int end)
{
    private readonly string text = text;
    private readonly int end = end;
    private int next = start;

    /// <summary>Of the piece, in the source.</summary>
    public TextSpan Span { get; private set; }

    /// <summary>Of a tag, in lower case; empty for text.</summary>
    public string Name { get; private set; } = "";

    public bool IsEndTag { get; private set; }

    /// <summary>What stands between a start tag's name and its end.</summary>
    public TextSpan Attributes { get; private set; }

    public readonly bool IsText => Name.Length == 0;

    public bool Next()
    {
        while (next < end)
        {
            if (text[next] != '<')
            {
                var length = text.AsSpan(next, end - next).IndexOf('<');
                return Found(length < 0 ? end : next + length);
            }

            if (next + 1 == end)
            {
                return Found(end);
            }

            var c = text[next + 1];
            if (char.IsAsciiLetter(c))
            {
                return ReadTag(next + 1, isEnd: false);
            }

            if (c == '/' && next + 2 < end && char.IsAsciiLetter(text[next + 2]))
            {
                return ReadTag(next + 2, isEnd: true);
            }

            if (c is not ('!' or '?' or '/'))
            {
                // A "<" that opens no tag is text.
                var length = text.AsSpan(next + 1, end - next - 1).IndexOf('<');
                return Found(length < 0 ? end : next + 1 + length);
            }

            next = AfterDeclaration();
        }

        return false;
    }

    /// <summary>Passes over the content of an element that holds no markup and gives its span; without an end tag it reaches to the end.</summary>
    public TextSpan SkipContent(string name)
    {
        var from = next;
        while (next < end)
        {
            var at = text.AsSpan(next, end - next).IndexOf("</", StringComparison.Ordinal);
            if (at < 0)
            {
                break;
            }

            next += at;
            var after = next + 2 + name.Length;
            if (after <= end
                && text.AsSpan(next + 2, name.Length).Equals(name, StringComparison.OrdinalIgnoreCase)
                && (after == end || char.IsWhiteSpace(text[after]) || text[after] is '>' or '/'))
            {
                return new TextSpan(from, next);
            }

            next += 2;
        }

        next = end;
        return new TextSpan(from, end);
    }

    private bool Found(int until)
    {
        (Span, Name, IsEndTag) = (new TextSpan(next, until), "", false);
        next = until;
        return true;
    }

    private bool ReadTag(int name, bool isEnd)
    {
        var at = name;
        while (at < end && !char.IsWhiteSpace(text[at]) && text[at] is not ('>' or '/'))
        {
            at++;
        }

        var tag = text.AsSpan(name, Math.Min(at - name, 40)).ToString().ToLowerInvariant();
        var attributes = at;
        at = EndOfTag(at);
        (Span, Name, IsEndTag, Attributes) = (new TextSpan(next, Math.Min(at + 1, end)), tag, isEnd, new TextSpan(attributes, Math.Max(attributes, at)));
        next = Span.End;
        return true;
    }

    /// <summary>At the "&gt;" that ends a tag; quotes count only after an equals sign.</summary>
    private readonly int EndOfTag(int at)
    {
        var afterEquals = false;
        while (at < end && text[at] != '>')
        {
            if (afterEquals && text[at] is '"' or '\'')
            {
                var close = text.AsSpan(at + 1, end - at - 1).IndexOf(text[at]);
                at = close < 0 ? end : at + close + 2;
                afterEquals = false;
                continue;
            }

            afterEquals = text[at] == '=' || (afterEquals && char.IsWhiteSpace(text[at]));
            at++;
        }

        return Math.Min(at, end);
    }

    private readonly int AfterDeclaration()
    {
        var rest = text.AsSpan(next, end - next);
        if (rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            if (rest.StartsWith("<!-->", StringComparison.Ordinal) || rest.StartsWith("<!--->", StringComparison.Ordinal))
            {
                return next + rest.IndexOf('>') + 1;
            }

            // An arrow ends a comment, also with an exclamation mark in it.
            for (var at = 4; at < rest.Length;)
            {
                var dashes = rest[at..].IndexOf("--", StringComparison.Ordinal);
                if (dashes < 0)
                {
                    break;
                }

                at += dashes;
                if (rest[(at + 2)..].StartsWith(">"))
                {
                    return next + at + 3;
                }

                if (rest[(at + 2)..].StartsWith("!>"))
                {
                    return next + at + 4;
                }

                at++;
            }

            return end;
        }

        var close = rest.IndexOf('>');
        return close < 0 ? end : next + close + 1;
    }
}
