using System.Net;
using System.Text.RegularExpressions;

namespace Bot.Tests.Lectures.Transcripts.Subtitles;

/// <summary>
/// The simplest reading of a piece of a subtitle file that can show the parsers wrong: lines that are no words are struck out, then
/// tags, then character references are resolved. It knows nothing of offsets, cues or repetitions.
/// </summary>
internal static partial class CueExtractor
{
    public static string[] Words(string piece)
    {
        var kept = NoWords().Replace(piece, "\n");
        var plain = WebUtility.HtmlDecode(Markup().Replace(BreakOrSpace().Replace(kept, " "), "")).Replace(">>", " ", StringComparison.Ordinal);
        return plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Cue numbers and names stand alone above times; comments go up to a blank line.</summary>
    [GeneratedRegex(
        @"(^|\n)([0-9]+|[a-z]+(-[a-z0-9]+)?)?[ \t]*\r?\n?-?[0-9:.,]+ ?--> ?[0-9:.,]+[^\n]*(?=\n|$)|(^|(?<=\n))(NOTE|WEBVTT)[^\n]*\n([^\n]+\n)*",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 5_000)]
    private static partial Regex NoWords();

    [GeneratedRegex(@"</?[a-z0-9][^<>]*>|\{\\[^{}]*\}|\{/?i\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\\[Nh]|&nbsp;", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex BreakOrSpace();
}
