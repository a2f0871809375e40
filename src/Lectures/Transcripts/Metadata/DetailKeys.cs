using System.Globalization;

namespace Lectures.Transcripts.Metadata;

/// <summary>What the keys of front matter and metadata files mean, under the names that people give them.</summary>
internal static class DetailKeys
{
    private static readonly string[] DateFormats =
    [
        "yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd", "yyyyMMdd", "d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "MMMM d yyyy",
    ];

    /// <summary>Null for a key that says nothing of a lecture.</summary>
    /// <param name="problem">What is wrong with the value and how to write it; null for a good one.</param>
    public static LectureDetails? Read(string key, string value, MetadataKind kind, out string? problem)
    {
        problem = null;
        switch (Normal(key))
        {
            case "title" or "name" when kind == MetadataKind.Series:
            case "series" or "podcast" or "show" or "course":
                return LectureDetails.None with { Series = value };
            case "episode" or "lecture" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var episode):
                return LectureDetails.None with { Number = episode };
            case "title" or "lecture" or "episode":
                return LectureDetails.None with { Title = value };
            case "speaker" or "speakers" or "lecturer" or "author" or "authors" or "host" or "hosts":
                return LectureDetails.None with { Speaker = value.Trim('[', ']') };
            case "license" or "licence":
                return LectureDetails.None with { License = value };
            case "number" or "episodenumber":
                return ReadNumber(value, ref problem);
            case "date" or "published" or "recorded":
                return ReadDate(value, ref problem);
            case "url" or "link" or "source" or "permalink":
                return ReadAddress(value, key, ref problem);
            default:
                return null;
        }
    }

    public static bool? ReadSwitch(string key, string value, out string? problem)
    {
        problem = null;
        if (Normal(key) != "keepboilerplate")
        {
            return null;
        }

        switch (value.ToLowerInvariant())
        {
            case "true" or "yes" or "on":
                return true;
            case "false" or "no" or "off":
                return false;
            default:
                problem = $"“{value}” is neither true nor false. Write keep-boilerplate: true.";
                return null;
        }
    }

    private static string Normal(string key) => key.Trim().ToLowerInvariant().Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);

    private static LectureDetails? ReadNumber(string value, ref string? problem)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return LectureDetails.None with { Number = number };
        }

        problem = $"The number “{Short(value)}” cannot be read. Write digits alone, as in number: 12.";
        return null;
    }

    private static LectureDetails? ReadDate(string value, ref string? problem)
    {
        if (DateOnly.TryParseExact(value, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var date)
            || (value.Length > 10 && value[10] is 'T' or ' ' && DateOnly.TryParseExact(value.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)))
        {
            return LectureDetails.None with { Date = date };
        }

        problem = $"The date “{Short(value)}” cannot be read. Write it as in date: 2024-03-18.";
        return null;
    }

    private static LectureDetails? ReadAddress(string value, string key, ref string? problem)
    {
        if (Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            return LectureDetails.None with { Url = url };
        }

        // Site generators keep the path of the page under these names.
        problem = Normal(key) is "source" or "permalink" || value.StartsWith('/') ? null : $"The address “{Short(value)}” cannot be read. Write it in full, as in url: https://example.org/lecture.";
        return null;
    }

    private static string Short(string value) => value.Length <= 60 ? value : $"{value[..60]}…";
}
