namespace Lectures.Transcripts.Documents;

/// <summary>Which heading of a document names the lecture.</summary>
internal static class DocumentTitle
{
    private const int LongestHeading = 90;
    private const int MostTitleWords = 14;

    /// <summary>The first heading, where it stands before all words and no other is as high; without headings a short first line; null where nothing names it.</summary>
    public static DocumentBlock? Of(IReadOnlyList<DocumentBlock> blocks)
    {
        var first = blocks.FirstOrDefault(static block => block.Heading > 0 && !block.IsEmpty);
        if (first is null)
        {
            return FirstLine(blocks);
        }

        if (blocks.Any(block => block != first && block.Heading > 0 && !block.IsEmpty && block.Heading <= first.Heading))
        {
            return null;
        }

        // A byline, a line of the site or the head of the page may stand above it.
        var above = blocks.TakeWhile(block => block != first).Where(static block => !block.IsEmpty && LectureSite.Byline(block.ToString()) is null).ToList();
        return above.Count == 0 || (above is [var head] && first.Heading == 1 && ReadsLikeHeading(head.ToString()) && !IsTurn(head.ToString())) ? first : null;
    }

    /// <summary>Programs without styles put the title on a line of its own above the words.</summary>
    private static DocumentBlock? FirstLine(IReadOnlyList<DocumentBlock> blocks)
    {
        if (blocks is not [{ IsEmpty: false, Speaker: null, Times.Count: 0 } first, { } next, ..] || next.IsBold)
        {
            return null;
        }

        var text = first.ToString();
        return ReadsLikeHeading(text) && LectureSite.Byline(text) is null && text.Split(' ').Length <= MostTitleWords && !IsTurn(text) && (IsTurn(next.ToString()) || !ReadsLikeHeading(next.ToString()))
            ? first
            : null;
    }

    private static bool IsTurn(string text) => TurnOpening.Read(text) is { From: not null } or { Label: not null };

    public static bool Repeats(string heading, string? title) => title is not null && heading.Equals(title, StringComparison.OrdinalIgnoreCase);

    /// <summary>Short, and not ended like a sentence.</summary>
    public static bool ReadsLikeHeading(string text) =>
        text.Length is > 0 and <= LongestHeading && text[^1] is not ('.' or ',' or ';' or ':' or '!' or '…' or '”' or '"' or '-' or '—') && !char.IsLower(text[0]);
}
