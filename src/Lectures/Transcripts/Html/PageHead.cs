using System.Globalization;

namespace Lectures.Transcripts.Html;

/// <summary>What a page's head says of the lecture: title, author, date, address, licence.</summary>
internal sealed class PageHead
{
    private readonly Dictionary<string, string> known = new(StringComparer.OrdinalIgnoreCase);

    public void ReadTitle(ReadOnlySpan<char> text)
    {
        var title = string.Join(' ', CharacterReferences.Decode(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (title.Length > 0)
        {
            known.TryAdd("title", title);
        }
    }

    public void ReadMeta(ReadOnlySpan<char> attributes)
    {
        var name = TagAttributes.Find(attributes, "property") ?? TagAttributes.Find(attributes, "name") ?? TagAttributes.Find(attributes, "itemprop");
        if (name is { Length: > 0 and < 60 } && TagAttributes.Find(attributes, "content") is { Length: > 0 and < 1_000 } content)
        {
            known.TryAdd(name, content);
        }
    }

    public void ReadLink(ReadOnlySpan<char> attributes)
    {
        if (TagAttributes.Find(attributes, "rel") is { } rel && TagAttributes.Find(attributes, "href") is { Length: > 0 and < 2_000 } href)
        {
            known.TryAdd($"link {rel}", href);
        }
    }

    /// <summary>Browsers write the address of a saved page into a comment at its top.</summary>
    public void ReadSavedFrom(string text)
    {
        const string Mark = "saved from url=(";
        var head = text.AsSpan(0, Math.Min(text.Length, 4_000));
        var at = head.IndexOf(Mark, StringComparison.OrdinalIgnoreCase);
        if (at >= 0 && head[at..].IndexOf(')') is > 0 and var close)
        {
            var address = head[(at + close + 1)..];
            var end = address.IndexOfAny(" \r\n");
            known.TryAdd("saved", (end < 0 ? address : address[..end]).ToString());
        }
    }

    public LectureDetails Details() => new()
    {
        Title = TitleOf(Find("og:title") ?? Find("twitter:title"), Find("title")),
        Speaker = Find("author") is { } author && Documents.TurnOpening.IsName(author) && author.Contains(' ', StringComparison.Ordinal) ? author : null,
        Date = ReadDate(Find("article:published_time") ?? Find("datePublished") ?? Find("date") ?? Find("DC.date") ?? Find("dcterms.date") ?? ""),
        Url = Address("link canonical") ?? Address("og:url") ?? Address("saved"),
        License = Find("link license"),
    };

    /// <summary>The day of "2019-03-14" or "2019-03-14T08:00:00Z", as it is where the page was written.</summary>
    public static DateOnly? ReadDate(ReadOnlySpan<char> value) =>
        value.Length >= 10 && DateOnly.TryParseExact(value[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private string? Find(string name) => known.GetValueOrDefault(name);

    private Uri? Address(string name) =>
        Uri.TryCreate(Find(name), UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;

    /// <summary>What is shared of a page seldom names the site, except where it is the title over again.</summary>
    private static string? TitleOf(string? shared, string? title) => shared is not null && shared != title ? shared : title is null ? null : WithoutSite(title);

    /// <summary>"Across the Alps | Old Roads Podcast" and "Across the Alps – Old Roads Podcast" end with the site's name.</summary>
    private static string WithoutSite(string title)
    {
        foreach (var separator in new[] { " | ", " – ", " — ", " · ", " - " })
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at > 0)
            {
                return title[..at].Trim();
            }
        }

        return title;
    }
}
