using System.Diagnostics;
using System.Globalization;
using Bot.Chat;
using Lectures.Indexing;
using Lectures.Transcripts;

namespace Bot.Discord.Commands;

/// <summary>
/// "v1:action:…", at most 100 characters. Read strictly: an id comes from the member's side. It can ask for what its presser may ask
/// for anyway and nothing else, so it needs no signature.
/// </summary>
internal static class ButtonId
{
    private const string Version = "v1";
    private const string None = "-";
    private const int KeyLength = 8;
    private const int PassageIdLength = 16;
    private const int LongestPassage = 1_000_000;
    private const int LastPage = 100_000;

    public static string Write(ButtonAction action) => string.Join(':', [Version, .. action switch
    {
        ButtonAction.Page page => new[] { "page", Number(page.From), page.Scope.SeriesKey ?? None, page.Scope.SpeakerKey ?? None },
        ButtonAction.SharePage page => ["share", Number(page.From), page.Scope.SeriesKey ?? None, page.Scope.SpeakerKey ?? None],
        ButtonAction.Open open => ["open", .. Write(open.Place)],
        ButtonAction.ShareExcerpt share => ["share1", .. Write(share.Place)],
        ButtonAction.Context context => ["context", context.PassageId, Write(context.Step)],
        ButtonAction.Cite cite => ["cite", .. Write(cite.Place)],
        ButtonAction.Why why => ["why", why.PassageId],
        ButtonAction.Rate rate => [rate.IsHelpful ? "good" : "bad", .. Write(rate.Place)],
        ButtonAction.Forget => ["forget"],
        ButtonAction.Lectures lectures => ["lectures", Number(lectures.Number), lectures.SeriesKey ?? None],
        _ => throw new UnreachableException(),
    }]);

    /// <summary>Null for what this version of Clio did not write.</summary>
    public static ButtonAction? Read(string? id) => id is { Length: <= 100 } && id.Split(':') is [Version, var action, .. var rest] ? (action, rest) switch
    {
        ("page", [var from, var series, var speaker]) when Rank(from) is { } rank && Scope(series, speaker) is { } scope => new ButtonAction.Page(rank, scope),
        ("share", [var from, var series, var speaker]) when Rank(from) is { } rank && Scope(series, speaker) is { } scope => new ButtonAction.SharePage(rank, scope),
        ("open", _) when Place(rest) is { } place => new ButtonAction.Open(place),
        ("share1", _) when Place(rest) is { } place => new ButtonAction.ShareExcerpt(place),
        ("context", [var passage, var step]) when IsHash(passage, PassageIdLength) && Step(step) is { } known => new ButtonAction.Context(passage, known),
        ("cite", _) when Place(rest) is { } place => new ButtonAction.Cite(place),
        ("why", [var passage]) when IsHash(passage, PassageIdLength) => new ButtonAction.Why(passage),
        ("good", _) when Place(rest) is { } place => new ButtonAction.Rate(place, IsHelpful: true),
        ("bad", _) when Place(rest) is { } place => new ButtonAction.Rate(place, IsHelpful: false),
        ("forget", []) => new ButtonAction.Forget(),
        ("lectures", [var page, var series]) when Number(page, LastPage) is { } number && (series == None || IsHash(series, KeyLength)) =>
            new ButtonAction.Lectures(number, series == None ? null : series),
        _ => null,
    } : null;

    private static string[] Write(ExcerptPlace place) =>
        [place.PassageId, Number(place.Span.Start), Number(place.Span.End), Number(place.Highlight.Start), Number(place.Highlight.End)];

    private static ExcerptPlace? Place(string[] parts) =>
        parts is [var id, var start, var end, var first, var last] && IsHash(id, PassageIdLength)
        && Span(start, end) is { } span && Span(first, last) is { } highlight && span.Contains(highlight)
            ? new ExcerptPlace(id, span, highlight)
            : null;

    private static TextSpan? Span(string start, string end) =>
        Number(start, LongestPassage) is { } from && Number(end, LongestPassage) is { } to && from < to ? new TextSpan(from, to) : null;

    private static Scope? Scope(string series, string speaker) =>
        (series == None || IsHash(series, KeyLength)) && (speaker == None || IsHash(speaker, KeyLength))
            ? new Scope(series == None ? null : series, speaker == None ? null : speaker)
            : null;

    private static int? Rank(string text) => Number(text, AskHandler.LastRank) is >= 1 and var rank ? rank : null;

    private static string Write(ContextStep step) => step switch
    {
        ContextStep.Open => "o",
        ContextStep.Earlier => "e",
        ContextStep.Later => "l",
        _ => throw new UnreachableException(),
    };

    private static ContextStep? Step(string text) => text switch
    {
        "o" => ContextStep.Open,
        "e" => ContextStep.Earlier,
        "l" => ContextStep.Later,
        _ => null,
    };

    private static bool IsHash(string text, int length) => text.Length == length && text.All(static c => c is (>= 'a' and <= 'z') or (>= '2' and <= '7'));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int? Number(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most && Number(number) == text ? number : null;
}
