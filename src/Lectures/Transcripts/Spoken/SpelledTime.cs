namespace Lectures.Transcripts.Spoken;

/// <summary>A time in words, "1 hour, 2 minutes, 10 seconds", which video sites write beside each time for those who listen to the page.</summary>
internal static class SpelledTime
{
    private const int Longest = 40;

    public static bool Is(ReadOnlySpan<char> line, TimeSpan time)
    {
        if (line.Length > Longest || line.IsEmpty || !char.IsAsciiDigit(line[0]))
        {
            return false;
        }

        var (seconds, number, parts) = (0, -1, 0);
        foreach (var range in line.Split(' '))
        {
            var word = line[range].TrimEnd(',');
            if (number < 0)
            {
                if (!int.TryParse(word, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out number) || number > 100_000)
                {
                    return false;
                }

                continue;
            }

            var unit = word switch { "second" or "seconds" => 1, "minute" or "minutes" => 60, "hour" or "hours" => 3_600, _ => 0 };
            if (unit == 0 || ++parts > 3)
            {
                return false;
            }

            (seconds, number) = (seconds + number * unit, -1);
        }

        return number < 0 && seconds == (int)time.TotalSeconds;
    }
}
