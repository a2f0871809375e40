namespace Lectures.Transcripts.Markdown;

/// <summary>Pairs "*" and "_" (CommonMark 0.31, 6.2); the tokens of those that pair become marks, the others stay words.</summary>
internal sealed class EmphasisMatcher
{
    /// <summary>So many unpaired runs are looked back over; people do not leave more open.</summary>
    private const int FarthestOpener = 30;

    private readonly List<(char Mark, int First, int Count)> open = [];

    /// <param name="first">The run's first token; it reaches to the last one.</param>
    public void Add(List<InlineToken> tokens, char mark, int first, char before, char after)
    {
        var leftFlanking = !char.IsWhiteSpace(after) && (!IsPunctuation(after) || char.IsWhiteSpace(before) || IsPunctuation(before));
        var rightFlanking = !char.IsWhiteSpace(before) && (!IsPunctuation(before) || char.IsWhiteSpace(after) || IsPunctuation(after));
        var opens = leftFlanking && (mark == '*' || !rightFlanking || IsPunctuation(before));
        var closes = rightFlanking && (mark == '*' || !leftFlanking || IsPunctuation(after));
        var count = tokens.Count - first;
        while (closes && count > 0 && FindOpener(mark) is >= 0 and var at)
        {
            var opener = open[at];
            var paired = opener.Count >= 2 && count >= 2 ? 2 : 1;
            for (var i = 0; i < paired; i++)
            {
                Turn(tokens, opener.First + opener.Count - 1 - i, paired == 2 && i == 0 ? InlineKind.BoldStart : InlineKind.Mark);
                Turn(tokens, first + i, paired == 2 && i == 0 ? InlineKind.BoldEnd : InlineKind.Mark);
            }

            open.RemoveRange(at + 1, open.Count - at - 1);
            open[at] = opener with { Count = opener.Count - paired };
            if (open[at].Count == 0)
            {
                open.RemoveAt(at);
            }

            first += paired;
            count -= paired;
        }

        if (opens && count > 0)
        {
            open.Add((mark, first, count));
        }
    }

    private int FindOpener(char mark)
    {
        for (var i = open.Count - 1; i >= Math.Max(0, open.Count - FarthestOpener); i--)
        {
            if (open[i].Mark == mark)
            {
                return i;
            }
        }

        return -1;
    }

    private static void Turn(List<InlineToken> tokens, int index, InlineKind kind) => tokens[index] = tokens[index] with { Kind = kind };

    private static bool IsPunctuation(char c) => char.IsPunctuation(c) || char.IsSymbol(c);
}
