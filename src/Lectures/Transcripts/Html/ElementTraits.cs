using AngleSharp.Dom;
using Lectures.Transcripts.Documents;

namespace Lectures.Transcripts.Html;

/// <summary>What an element's name, role and class say of it.</summary>
internal static class ElementTraits
{
    private static readonly HashSet<string> AsideNames = new[]
    {
        "share", "sharing", "sharedaddy", "shares", "social", "related", "relatedposts", "sidebar", "widget", "comments", "respond", "breadcrumb", "breadcrumbs", "newsletter",
        "subscribe", "signup", "promo", "promotion", "advert", "advertisement", "ad", "ads", "adsbygoogle", "cookie", "cookies", "menu", "nav", "navbar", "navigation", "pagination",
        "pager", "tags", "toc", "recommended", "recommendations", "popup", "modal", "skip", "footer", "masthead", "bio", "player", "copyright", "cta", "caption", "hidden", "reader",
        "banner", "toolbar", "buttons", "rating", "disclaimer", "MsoSubtitle",
    }.ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> BylineNames = new[]
    {
        "byline", "author", "meta", "dateline", "posted", "published", "pubdate",
    }.ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> TimeNames = new[] { "time", "timestamp", "timecode", "ts" }.ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> SpeakerNames = new[] { "speaker", "speakername" }.ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name that the page itself uses.</summary>
    public static string Tag(IElement element) => IsBare(element) ? element.LocalName : element.GetAttribute("data-tag") ?? element.LocalName;

    /// <summary>Most elements say nothing of themselves, and to ask the library for an attribute takes longer than to see that there is none.</summary>
    private static bool IsBare(IElement element) => element.Attributes.Length == 0;

    public static bool IsAside(IElement element) =>
        TagRole.IsAside(Tag(element))
        || Tag(element) is "figcaption"
        || (!IsBare(element) && SaysAside(element));

    private static bool SaysAside(IElement element) =>
        element.GetAttribute("role") is "navigation" or "complementary" or "banner" or "contentinfo" or "search" or "dialog" or "alert" or "menu"
        || element.HasAttribute("hidden")
        || element.GetAttribute("aria-hidden") == "true"
        || IsInvisible(element.GetAttribute("style"))
        || HasName(element, AsideNames);

    public static bool IsByline(IElement element) => !IsBare(element) && (
        element.GetAttribute("itemprop") is "author" or "datePublished" || element.GetAttribute("rel") == "author" || HasName(element, BylineNames));

    public static bool IsTime(IElement element) => Tag(element) is "time" or "a" || HasName(element, TimeNames);

    public static bool IsSpeaker(IElement element) => Tag(element) is "dt" || HasName(element, SpeakerNames);

    /// <summary>Notes and comments end a page, each with a link to where it belongs, as word processors and Markdown write them.</summary>
    public static bool LeadsBackFromNote(IElement element) => Tag(element) == "a" && element.GetAttribute("href") is ['#', .. var place]
        && (place.StartsWith("cmnt_ref", StringComparison.Ordinal) || place.StartsWith("ftnt_ref", StringComparison.Ordinal)
            || place.StartsWith("_ftnref", StringComparison.Ordinal) || place.StartsWith("fnref", StringComparison.Ordinal));

    /// <summary>As word processors name the style: "title" on its own, not "entry-title".</summary>
    public static bool IsTitle(IElement element) => element.ClassName is { } names && (names.Split(' ').Contains("title") || names.Split(' ').Contains("MsoTitle"));

    public static bool IsTranscript(IElement element) => !IsBare(element) && (Contains(element.ClassName, "transcript") || Contains(element.Id, "transcript"));

    /// <summary>The second at which the element's words are spoken, where an attribute says it.</summary>
    public static TimeSpan? Start(IElement element)
    {
        if (IsBare(element))
        {
            return null;
        }

        if (element.GetAttribute("data-m") is { } milliseconds)
        {
            return SpokenTimes.ReadValue(milliseconds, out var thousands) ? thousands / 1000 : null;
        }

        var value = element.GetAttribute("data-start") ?? element.GetAttribute("data-time") ?? element.GetAttribute("data-timestamp") ?? element.GetAttribute("data-begin");
        return value is not null && SpokenTimes.ReadValue(value, out var time) ? time : null;
    }

    private static bool Contains(string? names, string part) => names?.Contains(part, StringComparison.OrdinalIgnoreCase) ?? false;

    private static bool IsInvisible(string? style) => style?.Replace(" ", "", StringComparison.Ordinal) is { } plain
        && (plain.Contains("display:none", StringComparison.OrdinalIgnoreCase) || plain.Contains("mso-list:ignore", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether one of the words in class or id is one of these: "share" in "share-bar", "entry_share", "share".</summary>
    private static bool HasName(IElement element, HashSet<string> names) => HasName(element.ClassName, names) || HasName(element.Id, names);

    private static bool HasName(string? given, HashSet<string> names)
    {
        if (given is null)
        {
            return false;
        }

        foreach (var range in given.AsSpan().SplitAny(" \t\r\n-_"))
        {
            if (names.Contains(given[range]))
            {
                return true;
            }
        }

        return false;
    }
}
