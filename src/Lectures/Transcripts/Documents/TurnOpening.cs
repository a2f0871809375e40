namespace Lectures.Transcripts.Documents;

/// <summary>
/// What may stand in front of a speaker's turn: "[00:01:02] Jane Doe:", "Jane Doe (00:04):", "0:12 …", or on a line of its own
/// "Jane Doe  0:12". Whether "Remember:" is a speaker, the document as a whole decides.
/// </summary>
/// <param name="MarkLength">Of a leading time and the white space after it; 0 where none leads.</param>
/// <param name="IsBracketed">The leading time stands in square brackets, as only times do.</param>
/// <param name="Label">What reads like a speaker's name; null where nothing does.</param>
/// <param name="LabelEnd">After the name.</param>
/// <param name="Length">Of the whole opening with the label, its colon, times and the white space after them.</param>
/// <param name="LabelHasTime">A time stands beside the label.</param>
internal readonly record struct TurnOpening(
    TimeSpan? From, TimeSpan? To, int MarkLength, bool IsBracketed, string? Label, int LabelEnd, int Length, bool LabelHasTime)
{
    private const int LongestName = 40;
    private const int MostNameWords = 5;

    public static TurnOpening Read(string text)
    {
        var at = 0;
        var (from, to, bracketed) = TakeTime(text, ref at);
        var none = new TurnOpening(from, to, at, bracketed, null, 0, at, false);
        var end = EndOfName(text, at);
        if (!IsName(text.AsSpan(at, end - at).TrimEnd()))
        {
            return none;
        }

        var nameEnd = at + text.AsSpan(at, end - at).TrimEnd().Length;
        var (next, second) = (end, false);
        if (from is null)
        {
            (from, to, bracketed) = TakeTime(text, ref next);
            second = from is not null;
        }

        var colon = next < text.Length && text[next] == ':' && (next + 1 == text.Length || char.IsWhiteSpace(text[next + 1]));
        next += colon ? 1 : 0;
        if (from is null && colon)
        {
            next = AfterSpace(text, next);
            (from, to, bracketed) = TakeBracketed(text, ref next);
            second = from is not null;
        }

        next = AfterSpace(text, next);
        var isHeader = next == text.Length && from is not null;
        return colon || isHeader || (second && next < text.Length && bracketed)
            ? new TurnOpening(from, to, none.MarkLength, bracketed, text[at..nameEnd], nameEnd, next, from is not null)
            : none;
    }

    public static bool IsName(ReadOnlySpan<char> name)
    {
        if (name.Length is < 2 or > LongestName || !char.IsLetter(name[0]))
        {
            return false;
        }

        // "ADA PRYCE, HOST:", as radio writes.
        var inCapitals = !name.ContainsAnyInRange('a', 'z');
        var words = 0;
        foreach (var range in name.Split(' '))
        {
            var word = name[range];
            if (++words > MostNameWords || word.IsEmpty || !IsNameWord(inCapitals ? word.TrimEnd(',') : word, words == 1))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsNameWord(ReadOnlySpan<char> word, bool first)
    {
        if (word.IsEmpty)
        {
            return false;
        }

        foreach (var c in word)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('.' or '\'' or '’' or '-' or '‑') && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                return false;
            }
        }

        // Scripts without capitals have names too.
        return !char.IsLower(word[0]) || (!first && word is "de" or "van" or "von" or "der" or "den" or "la" or "le" or "bin" or "ibn" or "al" or "du" or "da" or "of" or "and");
    }

    private static (TimeSpan? From, TimeSpan? To, bool Bracketed) TakeTime(string text, ref int at)
    {
        if (TakeBracketed(text, ref at) is { From: not null } taken)
        {
            return taken;
        }

        var rest = text.AsSpan(at);
        var open = rest.StartsWith("(");
        var inner = open ? rest[1..] : rest;
        if (!Timecode.TryTake(ref inner, out var time) || (open && !inner.StartsWith(")")))
        {
            return default;
        }

        inner = open ? inner[1..] : inner;
        if (!inner.IsEmpty && !char.IsWhiteSpace(inner[0]) && inner[0] != ':')
        {
            return default;
        }

        at = AfterDash(text, text.Length - inner.Length);
        return (time, null, false);
    }

    private static (TimeSpan? From, TimeSpan? To, bool Bracketed) TakeBracketed(string text, ref int at)
    {
        if (!SpokenTimes.StartsWithMark(text.AsSpan(at), out var from, out var to, out var length))
        {
            return default;
        }

        at = AfterDash(text, at + length);
        return (from, to, true);
    }

    /// <summary>Before a colon, a bracket, a number that follows a space and reads like a time, or the end.</summary>
    private static int EndOfName(string text, int start)
    {
        for (var i = start; i < text.Length && i - start <= LongestName + 2; i++)
        {
            if (text[i] is ':' or '(' or '[')
            {
                return i;
            }

            var clock = text.AsSpan(i);
            if (char.IsAsciiDigit(text[i]) && i > start && text[i - 1] == ' ' && Timecode.TryTake(ref clock, out _))
            {
                return i;
            }
        }

        return text.Length - start <= LongestName ? text.Length : start;
    }

    private static int AfterDash(string text, int at)
    {
        var next = AfterSpace(text, at);
        return next + 1 < text.Length && text[next] is '-' or '–' or '—' && text[next + 1] == ' ' ? AfterSpace(text, next + 1) : next;
    }

    private static int AfterSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
