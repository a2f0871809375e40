using System.Globalization;

namespace Lectures.Transcripts.Documents;

/// <summary>Reads positions in the recording out of the words and links of a document.</summary>
internal static class SpokenTimes
{
    private const int LongestMark = 40;

    /// <summary>A text that is nothing but a time: "12:34", "[1:02:10]", "(0:05)".</summary>
    public static bool IsTime(ReadOnlySpan<char> text, out TimeSpan time)
    {
        time = default;
        var inner = text.Trim();
        if (inner.Length is 0 or > LongestMark)
        {
            return false;
        }

        if ((inner[0] == '[' && inner[^1] == ']') || (inner[0] == '(' && inner[^1] == ')'))
        {
            inner = inner[1..^1].Trim();
        }

        return Timecode.TryTake(ref inner, out time) && inner.IsEmpty;
    }

    /// <summary>A time in square brackets at the start, with or without the end of its cue: "[00:04]", "[00:04 --> 00:08]".</summary>
    /// <param name="length">Of the mark, with the brackets.</param>
    public static bool StartsWithMark(ReadOnlySpan<char> text, out TimeSpan from, out TimeSpan? to, out int length)
    {
        (from, to, length) = (default, null, 0);
        if (text.Length < 2 || text[0] != '[' || text[..Math.Min(text.Length, LongestMark)].IndexOf(']') is not (> 0 and var close))
        {
            return false;
        }

        var inner = text[1..close].Trim();
        if (!Timecode.TryTake(ref inner, out from))
        {
            return false;
        }

        inner = inner.TrimStart();
        if (!inner.IsEmpty)
        {
            var second = inner.TrimStart("->–—").TrimStart();
            if (second.Length == inner.Length || !Timecode.TryTake(ref second, out var end) || !second.Trim().IsEmpty)
            {
                return false;
            }

            to = end;
        }

        length = close + 1;
        return true;
    }

    /// <summary>The second that a link leads to: "…?t=754", "…&amp;t=12m34s", "#t=00:12:34", "?start=754".</summary>
    /// <param name="address">The link without the time; empty for a link within the page.</param>
    public static bool IsTimeLink(ReadOnlySpan<char> link, out TimeSpan time, out string address)
    {
        (time, address) = (default, "");
        var at = IndexOfTime(link, out var value);
        if (at < 0)
        {
            return false;
        }

        var rest = link[value..];
        var end = rest.IndexOfAny('&', '#');
        if (!ReadValue(end < 0 ? rest : rest[..end], out time))
        {
            return false;
        }

        var tail = end < 0 ? "" : rest[end..].TrimStart('&');
        var opensQuery = link[at] == '?' && tail.Length > 0 && tail[0] != '#';
        address = string.Concat(link[..at], opensQuery ? "?" : tail.IsEmpty || tail[0] == '#' ? "" : "&", tail);
        return true;
    }

    /// <summary>A length of time as ISO 8601 writes it ("PT1H2M3S", "PT4.5S"), as a timecode, or in seconds.</summary>
    public static bool ReadValue(ReadOnlySpan<char> value, out TimeSpan time)
    {
        time = default;
        value = value.Trim();
        if (value.StartsWith("PT", StringComparison.OrdinalIgnoreCase))
        {
            value = value[2..];
        }

        var clock = value;
        if (Timecode.TryTake(ref clock, out time))
        {
            return clock.IsEmpty;
        }

        var (seconds, units) = (0.0, 0);
        while (!value.IsEmpty)
        {
            var digits = EndOfNumber(value);
            var number = digits < 0 ? value : value[..digits];
            if (number.Length is 0 or > 12 || !double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
            {
                return false;
            }

            var unit = digits < 0 ? 's' : char.ToLowerInvariant(value[digits]);
            var factor = unit switch { 'h' => 3600, 'm' => 60, 's' => 1, _ => 0 };
            if (factor == 0 || amount > 400_000)
            {
                return false;
            }

            seconds += amount * factor;
            units++;
            value = digits < 0 ? "" : value[(digits + 1)..];
        }

        time = TimeSpan.FromSeconds(seconds);
        return units is > 0 and <= 3;
    }

    /// <summary>-1 where the number is all there is.</summary>
    private static int EndOfNumber(ReadOnlySpan<char> value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsAsciiDigit(value[i]) && value[i] != '.')
            {
                return i;
            }
        }

        return -1;
    }

    private static int IndexOfTime(ReadOnlySpan<char> link, out int value)
    {
        foreach (var name in new[] { "t=", "start=", "time_continue=" })
        {
            for (var from = 1; from < link.Length;)
            {
                var at = link[from..].IndexOf(name, StringComparison.Ordinal);
                if (at < 0)
                {
                    break;
                }

                if (link[from + at - 1] is '?' or '&' or '#')
                {
                    value = from + at + name.Length;
                    return from + at - 1;
                }

                from += at + name.Length;
            }
        }

        value = 0;
        return -1;
    }
}
