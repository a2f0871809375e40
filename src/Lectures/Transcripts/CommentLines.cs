using System.Globalization;

namespace Lectures.Transcripts;

/// <summary>Reads the "#" lines above recogniser output: "# Series: …" where they name what they tell, else date, number and title.</summary>
internal sealed class CommentLines
{
    public LectureDetails Details { get; private set; } = LectureDetails.None;

    public void Read(ReadOnlySpan<char> line)
    {
        var text = line.TrimStart('#').Trim();
        if (text.IsEmpty)
        {
            return;
        }

        var colon = text.IndexOf(':');
        var key = colon < 0 ? "" : text[..colon].Trim().ToString().ToLowerInvariant();
        var value = text[(colon + 1)..].Trim().ToString();
        var told = key switch
        {
            "title" or "lecture" or "episode" => LectureDetails.None with { Title = value },
            "series" or "podcast" or "show" or "course" => LectureDetails.None with { Series = value },
            "speaker" or "lecturer" or "author" or "host" => LectureDetails.None with { Speaker = value },
            "number" => LectureDetails.None with { Number = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null },
            "date" => LectureDetails.None with { Date = DateOnly.TryParse(value, CultureInfo.InvariantCulture, out var date) ? date : null },
            "url" or "link" or "source" => LectureDetails.None with { Url = WebAddress(value) },
            "duration" or "length" or "language" or "model" or "format" or "license" or "licence" => LectureDetails.None,
            _ => LectureNames.Read(text.ToString()),
        };
        Details = Details.Or(told);
    }

    private static Uri? WebAddress(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;
}
