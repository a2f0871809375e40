namespace Lectures.Transcripts.Spoken;

internal enum TurnForm
{
    /// <summary>"[00:01:02] words", "(12:34)".</summary>
    Bracketed,

    /// <summary>"12:34 words".</summary>
    Bare,

    /// <summary>"12:34" on a line of its own.</summary>
    BareAlone,

    /// <summary>"Jane Doe  0:12" above what she says: only the place of the time tells it from prose.</summary>
    NameAbove,

    /// <summary>"Jane Doe: (00:12)", "Jane Doe (00:12):", with or without words behind.</summary>
    NameAndBracket,
}

/// <summary>The time at the head of a line and who it says is speaking. All places count from the line's start.</summary>
/// <param name="Name">Empty where none stands where only a speaker can.</param>
/// <param name="Words">Where what is said begins.</param>
/// <param name="Label">Words before a colon behind the time, which may be a speaker; else empty.</param>
/// <param name="WordsAfterLabel">Where what is said begins if they are.</param>
internal readonly record struct TurnMark(TurnForm Form, TimeSpan Time, TextSpan Name, int Words, TextSpan Label, int WordsAfterLabel)
{
    /// <summary>Longer lines are prose with a time at their end.</summary>
    private const int LongestNameLine = 84;

    public static bool TryRead(ReadOnlySpan<char> line, out TurnMark mark)
    {
        mark = default;
        var rest = line;
        if (SpokenTime.TryTakeBracketed(ref rest, out var time))
        {
            mark = BehindTime(TurnForm.Bracketed, time, line, rest);
            return true;
        }

        if (!line.IsEmpty && char.IsAsciiDigit(line[0]))
        {
            if (!SpokenTime.TryTakeBare(ref rest, out time))
            {
                return false;
            }

            mark = BehindTime(rest.Trim().IsEmpty ? TurnForm.BareAlone : TurnForm.Bare, time, line, rest);
            return true;
        }

        return TryReadNameAndBracket(line, out mark) || TryReadNameAbove(line, out mark);
    }

    private static TurnMark BehindTime(TurnForm form, TimeSpan time, ReadOnlySpan<char> line, ReadOnlySpan<char> rest)
    {
        var words = rest.TrimStart();
        var dash = words.Length > 1 && words[0] is '-' or '–' or '—' or '|' && char.IsWhiteSpace(words[1]);
        if (dash)
        {
            words = words[1..].TrimStart();
        }

        var at = line.Length - words.Length;
        if (SpeakerLabels.TryRead(words, out var label, out var behind))
        {
            return new TurnMark(form, time, default, at, new TextSpan(at + label.Start, at + label.End), at + behind);
        }

        // "[00:00:01.240] - Jane Doe" stands above what she says.
        return dash && SpeakerNames.IsName(words)
            ? new TurnMark(form, time, new TextSpan(at, line.Length), line.Length, default, 0)
            : new TurnMark(form, time, default, at, default, 0);
    }

    private static bool TryReadNameAndBracket(ReadOnlySpan<char> line, out TurnMark mark)
    {
        mark = default;
        var open = line[..Math.Min(line.Length, LongestNameLine)].IndexOfAny('(', '[');
        if (open <= 0)
        {
            return false;
        }

        var rest = line[open..];
        var before = line[..open].TrimEnd();
        var name = before.TrimEnd(':').TrimEnd();
        if (!SpokenTime.TryTakeBracketed(ref rest, out var time) || !SpeakerNames.IsName(name))
        {
            return false;
        }

        var colon = name.Length < before.Length;
        if (rest.StartsWith(':'))
        {
            rest = rest[1..];
            colon = true;
        }

        var words = rest.TrimStart();
        mark = new TurnMark(TurnForm.NameAndBracket, time, new TextSpan(0, name.Length), line.Length - words.Length, default, 0);
        return colon || words.IsEmpty;
    }

    private static bool TryReadNameAbove(ReadOnlySpan<char> line, out TurnMark mark)
    {
        mark = default;
        var space = line.Length > LongestNameLine ? -1 : line.LastIndexOfAny(' ', '\t');
        if (space <= 0 || !char.IsAsciiDigit(line[space + 1]))
        {
            return false;
        }

        var rest = line[(space + 1)..];
        var name = line[..space].TrimEnd(" \t-–—|,•·");
        if (!SpokenTime.TryTakeBare(ref rest, out var time) || !rest.IsEmpty || !SpeakerNames.IsName(name))
        {
            return false;
        }

        mark = new TurnMark(TurnForm.NameAbove, time, new TextSpan(0, name.Length), line.Length, default, 0);
        return true;
    }
}
