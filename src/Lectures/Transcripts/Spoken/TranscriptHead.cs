using System.Globalization;

namespace Lectures.Transcripts.Spoken;

/// <summary>Reads what transcription services put above the first turn: title, date and length, key words, the list of speakers.</summary>
internal sealed class TranscriptHead
{
    private const int LongestTitle = 120;

    private static readonly string[] DateFormats = ["ddd, MMM d, yyyy h:mmtt", "ddd, MMM d, yyyy h:mm tt", "ddd, MMM d, yyyy", "MMM d, yyyy", "MMMM d, yyyy", "d MMMM yyyy", "yyyy-MM-dd"];

    private readonly CommentLines comments = new();
    private LectureDetails found = LectureDetails.None;
    private bool inList;

    public LectureDetails Details => comments.Details.Or(found);

    public void ReadBlank() => inList = false;

    /// <summary>Whether the line belongs to the head; else it is spoken.</summary>
    public bool Read(ReadOnlySpan<char> line)
    {
        if (line[0] == '#')
        {
            comments.Read(line);
            return true;
        }

        if (IsListHeading(line))
        {
            inList = true;
            return true;
        }

        if (inList || line.TrimEnd(':') is "Transcript" or "TRANSCRIPT" or "Intro" or "Introduction")
        {
            return true;
        }

        if (DateOf(line) is { } date)
        {
            found = found with { Date = found.Date ?? date };
            return true;
        }

        if (found.Title is null && line.Length <= LongestTitle && line[^1] is not ('.' or ',' or ';' or '…'))
        {
            found = found.Or(LectureNames.Read(line.ToString()));
            return true;
        }

        return false;
    }

    private static bool IsListHeading(ReadOnlySpan<char> line) =>
        line.TrimEnd(':') is "SUMMARY KEYWORDS" or "KEYWORDS" or "SPEAKERS" or "Summary keywords" or "Keywords" or "Speakers" or "SPEAKER";

    /// <summary>"Sun, Jan 24, 2021 6:54PM • 50:23": when it was recorded and how long it is.</summary>
    private static DateOnly? DateOf(ReadOnlySpan<char> line)
    {
        var bullet = line.IndexOf('•');
        var written = (bullet < 0 ? line : line[..bullet]).Trim();
        return DateTime.TryParseExact(written, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? DateOnly.FromDateTime(date) : null;
    }
}
