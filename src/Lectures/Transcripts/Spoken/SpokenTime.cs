namespace Lectures.Transcripts.Spoken;

/// <summary>Takes the times that stand in front of spoken text: "[00:01:02]", "(12:34)", "12:34", and ranges of them.</summary>
internal static class SpokenTime
{
    private const int LongestBracket = 34;

    /// <summary>What follows a time of day and never a position in a recording.</summary>
    private static readonly string[] Daytimes = ["am", "a.m", "pm", "p.m", "o'clock", "o’clock", "hours", "hrs", "h", "uhr", "gmt", "local"];

    /// <summary>A time in square brackets or parentheses, with nothing else between them but the end of a range.</summary>
    public static bool TryTakeBracketed(ref ReadOnlySpan<char> text, out TimeSpan time)
    {
        time = default;
        if (text.Length < 5 || text[0] is not ('[' or '('))
        {
            return false;
        }

        var close = text[..Math.Min(text.Length, LongestBracket)].IndexOf(text[0] == '[' ? ']' : ')');
        if (close < 0)
        {
            return false;
        }

        var inside = text[1..close].Trim();
        if (!TryTakeClock(ref inside, out time) || !(TakeRangeEnd(ref inside) || inside.IsEmpty))
        {
            return false;
        }

        text = text[(close + 1)..];
        return inside.IsEmpty;
    }

    /// <summary>A time without brackets, which ends the text or is parted from it; not a time of day.</summary>
    public static bool TryTakeBare(ref ReadOnlySpan<char> text, out TimeSpan time)
    {
        var rest = text;
        if (!TryTakeClock(ref rest, out time))
        {
            return false;
        }

        TakeRangeEnd(ref rest);
        if (!rest.IsEmpty && !char.IsWhiteSpace(rest[0]))
        {
            return false;
        }

        var next = rest.TrimStart();
        foreach (var word in Daytimes)
        {
            if (next.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (next.Length == word.Length || !char.IsLetterOrDigit(next[word.Length])))
            {
                return false;
            }
        }

        text = rest;
        return true;
    }

    /// <summary>A timecode whose last part has two digits: "2:1" is a ratio.</summary>
    private static bool TryTakeClock(ref ReadOnlySpan<char> text, out TimeSpan time)
    {
        var rest = text;
        if (!Timecode.TryTake(ref rest, out time))
        {
            return false;
        }

        var taken = text[..^rest.Length];
        var seconds = taken[(taken.LastIndexOf(':') + 1)..];
        if (seconds.Length < 2 || !char.IsAsciiDigit(seconds[1]))
        {
            return false;
        }

        text = rest;
        return true;
    }

    private static bool TakeRangeEnd(ref ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart();
        foreach (var mark in (ReadOnlySpan<string>)["-->", "->", "-", "–", "—", "to "])
        {
            if (rest.StartsWith(mark, StringComparison.Ordinal))
            {
                rest = rest[mark.Length..].TrimStart();
                if (!TryTakeClock(ref rest, out _))
                {
                    return false;
                }

                text = rest;
                return true;
            }
        }

        return false;
    }
}
