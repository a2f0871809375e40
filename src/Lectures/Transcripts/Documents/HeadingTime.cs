namespace Lectures.Transcripts.Documents;

/// <summary>Chapters are often named with the time they start at: "2. Hannibal’s Oath [00:12:34]", "(0:00) Introduction".</summary>
internal static class HeadingTime
{
    /// <summary>The heading without its time.</summary>
    /// <param name="time">Null where the heading tells none.</param>
    public static string Take(string heading, out TimeSpan? time)
    {
        var opening = TurnOpening.Read(heading);
        if (opening.From is { } from && opening.MarkLength > 0 && opening.MarkLength < heading.Length)
        {
            time = from;
            return heading[opening.MarkLength..];
        }

        time = null;
        var open = heading.LastIndexOfAny(['[', '(']);
        if (open <= 0 || !SpokenTimes.IsTime(heading.AsSpan(open), out var last))
        {
            return heading;
        }

        time = last;
        return heading[..open].TrimEnd();
    }
}
