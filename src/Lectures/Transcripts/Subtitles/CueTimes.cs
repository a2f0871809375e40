using System.Globalization;

namespace Lectures.Transcripts.Subtitles;

/// <summary>Reads the line that gives a cue its times: "00:01.000 --> 00:04.000 align:start", "00:00:01,000 --> 00:00:04,000".</summary>
internal static class CueTimes
{
    private const string Arrow = "-->";

    /// <summary>Whether the line means to be one of times, readable or not. Words with an arrow in them do not begin like a time.</summary>
    public static bool LookMeant(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty || (!char.IsAsciiDigit(line[0]) && line[0] != '-'))
        {
            return false;
        }

        var colon = line.IndexOf(':');
        return colon is > 0 and <= 6
            && line[1..colon].IndexOfAnyExceptInRange('0', '9') < 0
            && line[colon..].Contains(Arrow, StringComparison.Ordinal);
    }

    public static bool TryRead(ReadOnlySpan<char> line, out TimeSpan from, out TimeSpan to)
    {
        to = default;
        return TryTake(ref line, out from)
            && TakeArrow(ref line)
            && TryTake(ref line, out to)
            && (line.IsEmpty || char.IsWhiteSpace(line[0]));
    }

    /// <summary>What was moved to before the recording's start begins with it; "00:00:01:500" is met in place of "00:00:01,500".</summary>
    private static bool TryTake(ref ReadOnlySpan<char> text, out TimeSpan time)
    {
        var negative = text.StartsWith('-') && !text.StartsWith(Arrow, StringComparison.Ordinal);
        text = negative ? text[1..] : text;
        if (!Timecode.TryTake(ref text, out time))
        {
            return false;
        }

        // Of "00:00:01:500" the fraction is left.
        var digits = text.IndexOfAnyExceptInRange('0', '9') is var other and >= 0 ? other : text.Length;
        if (digits is > 0 and <= 9)
        {
            time += TimeSpan.FromSeconds(int.Parse(text[..digits], CultureInfo.InvariantCulture) / Math.Pow(10, digits));
            text = text[digits..];
        }

        time = negative ? TimeSpan.Zero : time;
        return true;
    }

    private static bool TakeArrow(ref ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        if (!text.StartsWith(Arrow, StringComparison.Ordinal))
        {
            return false;
        }

        text = text[Arrow.Length..].TrimStart();
        return true;
    }
}
