using System.Globalization;
using Lectures.Transcripts;

namespace Bot.Chat.Moderation;

/// <summary>What a moderator types of a lecture.</summary>
internal sealed record TypedDetails(string? Title, string? Series, string? Speaker, string? Date, string? Url)
{
    /// <summary>The details, and all that is wrong with them.</summary>
    public (GivenDetails Details, IReadOnlyList<string> Problems) Read()
    {
        var problems = new List<string>();
        var (date, url) = (Trimmed(Date), Trimmed(Url));
        DateOnly? day = null;
        Uri? address = null;
        if (date is not null)
        {
            if (DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
            {
                day = read;
            }
            else
            {
                problems.Add("Write the date as year, month and day: 2024-03-01.");
            }
        }

        if (url is not null)
        {
            if (Uri.TryCreate(url, UriKind.Absolute, out var read) && read.Scheme is "http" or "https" && read.UserInfo.Length == 0)
            {
                address = read;
            }
            else
            {
                problems.Add("The address must begin with https:// or http://, and lead to the recording.");
            }
        }

        return (new GivenDetails { Title = Trimmed(Title), Series = Trimmed(Series), Speaker = Trimmed(Speaker), Date = day, Url = address }, problems);
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
