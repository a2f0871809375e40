using System.Globalization;

namespace Lectures.Transcripts;

/// <summary>Reads and writes positions in a recording: "0:05", "12:34", "1:02:10", "01:02:10.500".</summary>
public static class Timecode
{
    private const int MostDigits = 4;

    /// <summary>Takes one timecode off the front of the text. Hours are optional; a fraction follows a dot or comma.</summary>
    public static bool TryTake(ref ReadOnlySpan<char> text, out TimeSpan time)
    {
        time = default;
        var rest = text;
        Span<int> parts = stackalloc int[3];
        var count = 0;
        while (count < 3 && TakeNumber(ref rest, out var number))
        {
            parts[count++] = number;
            if (rest.IsEmpty || rest[0] != ':')
            {
                break;
            }

            rest = rest[1..];
        }

        if (count < 2 || parts[count - 1] > 59 || (count == 3 && parts[1] > 59))
        {
            return false;
        }

        var seconds = count == 3 ? parts[0] * 3600L + parts[1] * 60 + parts[2] : parts[0] * 60L + parts[1];
        time = TimeSpan.FromSeconds(seconds) + TakeFraction(ref rest);
        text = rest;
        return true;
    }

    /// <summary>Minutes and seconds, with hours where there are any; whole seconds, rounded down.</summary>
    public static string Write(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}")
        : string.Create(CultureInfo.InvariantCulture, $"{time.Minutes}:{time.Seconds:00}");

    private static bool TakeNumber(ref ReadOnlySpan<char> text, out int number)
    {
        var digits = 0;
        number = 0;
        for (; digits < text.Length && digits <= MostDigits && char.IsAsciiDigit(text[digits]); digits++)
        {
            number = number * 10 + text[digits] - '0';
        }

        if (digits is 0 or > MostDigits)
        {
            return false;
        }

        text = text[digits..];
        return true;
    }

    private static TimeSpan TakeFraction(ref ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[0] is not ('.' or ',') || !char.IsAsciiDigit(text[1]))
        {
            return TimeSpan.Zero;
        }

        var (ticks, unit, i) = (0L, TimeSpan.TicksPerSecond, 1);
        for (; i < text.Length && char.IsAsciiDigit(text[i]); i++)
        {
            unit /= 10;
            ticks += (text[i] - '0') * unit;
        }

        text = text[i..];
        return TimeSpan.FromTicks(ticks);
    }
}
