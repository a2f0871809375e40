using System.Globalization;

namespace Lectures.Transcripts.Spoken;

/// <summary>Reads what transcription services put above the first turn: title, date and length, key words, the list of speakers.</summary>
internal sealed class TranscriptHead
{
    private const int LongestTitle = 120;
    private const int MostLines = 6;

    private static readonly string[] DateFormats = ["ddd, MMM d, yyyy h:mmtt", "ddd, MMM d, yyyy h:mm tt", "ddd, MMM d, yyyy", "MMM d, yyyy", "MMMM d, yyyy", "d MMMM yyyy", "yyyy-MM-dd"];

    private readonly CommentLines comments = new();
    private LectureDetails found = LectureDetails.None;
    private bool inList;
    private int lines;

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

        if (inList || line.TrimEnd(':') is "Transcript" or "TRANSCRIPT" or "Intro" or "Introduction" or "Audio file" or "Search in video" or "Search transcript")
        {
            return true;
        }

        if (DateOf(line) is { } date)
        {
            found = found with { Date = found.Date ?? date };
            return true;
        }

        if (line.Length > LongestTitle || line[^1] is '.' or ',' or ';' or '…' || ++lines > MostLines)
        {
            return false;
        }

        if (LectureSite.Byline(line) is { } speaker)
        {
            found = found with { Speaker = found.Speaker ?? speaker };
            return true;
        }

        if (found.Title is null)
        {
            found = found.Or(LectureNames.Read(WithoutMedia(line).ToString()));
            return true;
        }

        // "A lecture given at Bologna", "50m 3s": what else stands above the first turn and is no sentence.
        return char.IsUpper(line[0]) || char.IsAsciiDigit(line[0]);
    }

    private static ReadOnlySpan<char> WithoutMedia(ReadOnlySpan<char> name) =>
        name[^Math.Min(4, name.Length)..] is ".mp3" or ".m4a" or ".mp4" or ".wav" or ".mov" ? name[..^4] : name;

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
