using System.Globalization;
using Lectures.Transcripts.Spoken;

namespace Lectures.Transcripts;

/// <summary>Reads the "#" lines above recogniser output: "# Series: …" where they name what they tell, else date, number and title.</summary>
internal sealed class CommentLines
{
    private const int LongestName = 20;

    public LectureDetails Details { get; private set; } = LectureDetails.None;

    /// <summary>Whether a line is a comment, which is then read, or empty: nothing that is said.</summary>
    public bool Takes(ReadOnlySpan<char> line, TranscriptBuilder builder)
    {
        if (line.IsEmpty)
        {
            return true;
        }

        if (line[0] != '#')
        {
            return false;
        }

        Read(line);
        builder.SetAsideOutside();
        return true;
    }

    public void Read(ReadOnlySpan<char> line)
    {
        var text = line.TrimStart('#').Trim();
        if (!text.IsEmpty)
        {
            Details = Details.Or(Named(text) ?? LectureNames.Read(text.ToString()));
        }
    }

    /// <summary>Reads a line that may say anything: it counts only where it names what it tells.</summary>
    public void ReadNamed(ReadOnlySpan<char> line) => Details = Details.Or(Named(line.Trim()) ?? LectureDetails.None);

    /// <summary>A line above the words that names what it tells, "Date: 2024-01-05"; false for one that may be spoken: "Host: Good evening."</summary>
    public bool TakesNamed(ReadOnlySpan<char> line)
    {
        if (Named(line) is not { } told || line[^1] is '.' or '!' or '?' || line[^1] == ':' || (told.Speaker is { } speaker && !SpeakerNames.IsName(speaker)))
        {
            return false;
        }

        Details = Details.Or(told);
        return true;
    }

    /// <summary>Null where the line names nothing that is known.</summary>
    private static LectureDetails? Named(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        if (colon is < 0 or > LongestName)
        {
            return null;
        }

        var value = text[(colon + 1)..].Trim().ToString();
        return text[..colon].Trim().ToString().ToLowerInvariant() switch
        {
            "title" or "lecture" or "episode" => LectureDetails.None with { Title = value },
            "series" or "podcast" or "show" or "course" => LectureDetails.None with { Series = value },
            "speaker" or "lecturer" or "author" or "host" => LectureDetails.None with { Speaker = value },
            "number" => LectureDetails.None with { Number = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null },
            "date" => LectureDetails.None with { Date = DateOnly.TryParse(value, CultureInfo.InvariantCulture, out var date) ? date : null },
            "url" or "link" or "source" => LectureDetails.None with { Url = WebAddress(value) },
            "duration" or "length" or "language" or "detected language" or "model" or "format" or "audio" or "file" => LectureDetails.None,
            "license" or "licence" => LectureDetails.None with { License = value },
            _ => null,
        };
    }

    private static Uri? WebAddress(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;
}
