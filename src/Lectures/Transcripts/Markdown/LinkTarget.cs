namespace Lectures.Transcripts.Markdown;

/// <summary>Where a link leads, and where its target ends in the paragraph.</summary>
internal readonly record struct LinkTarget(string Address, int End)
{
    private const int LongestAddress = 1_500;
    private const int LongestTitle = 300;
    private const int DeepestParentheses = 8;
    private const int LongestLabel = 200;

    /// <summary>What follows the closing bracket: "(address "title")", "[label]", or nothing where the words are a label. Null where it is no link.</summary>
    public static LinkTarget? Read(string text, int at, ReadOnlySpan<char> words, LinkDefinitions links)
    {
        if (at < text.Length && text[at] == '(' && Inline(text, at + 1) is { } target)
        {
            return target;
        }

        if (at < text.Length && text[at] == '[')
        {
            var rest = text.AsSpan(at + 1, Math.Min(LongestLabel, text.Length - at - 1));
            var close = rest.IndexOf(']');
            var label = close <= 0 ? words : rest[..close];
            return close >= 0 && Find(label, links) is { } labelled ? new LinkTarget(labelled, at + close + 2) : null;
        }

        return Find(words, links) is { } address ? new LinkTarget(address, at) : null;
    }

    private static string? Find(ReadOnlySpan<char> label, LinkDefinitions links) => label.Length is > 0 and <= LongestLabel ? links.Find(label.ToString()) : null;

    private static LinkTarget? Inline(string text, int start)
    {
        var at = AfterSpace(text, start);
        var (from, depth, limit) = (at, 0, Math.Min(text.Length, at + LongestAddress));
        for (; at < limit; at++)
        {
            var c = text[at];
            if (c == '(' && ++depth > DeepestParentheses)
            {
                return null;
            }

            if ((c == ')' && --depth < 0) || char.IsWhiteSpace(c))
            {
                break;
            }
        }

        if (at >= limit)
        {
            return null;
        }

        var address = text.AsSpan(from, at - from).Trim("<>").ToString();
        at = AfterSpace(text, at);
        if (at < text.Length && text[at] is '"' or '\'')
        {
            var close = text.AsSpan(at + 1, Math.Min(LongestTitle, text.Length - at - 1)).IndexOf(text[at]);
            if (close < 0)
            {
                return null;
            }

            at = AfterSpace(text, at + close + 2);
        }

        return at < text.Length && text[at] == ')' ? new LinkTarget(address, at + 1) : null;
    }

    private static int AfterSpace(string text, int at)
    {
        for (var limit = Math.Min(text.Length, at + 100); at < limit && char.IsWhiteSpace(text[at]); at++)
        {
        }

        return at;
    }
}
