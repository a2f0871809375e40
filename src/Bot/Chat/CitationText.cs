using System.Diagnostics;
using System.Globalization;
using Lectures.Passages;
using Lectures.Transcripts;

namespace Bot.Chat;

/// <summary>A citation in words.</summary>
public static class CitationText
{
    /// <summary>Series, lecture, section, speaker and place, as far as they are known.</summary>
    public static IReadOnlyList<string> Parts(Citation citation) =>
        [.. new[] { citation.Series, citation.Lecture, citation.Section, citation.Speaker, Place(citation.Where) }.OfType<string>().Where(static part => part.Length > 0)];

    /// <summary>Where it begins: "12:34", "line 5", "lines 5–7", "paragraph 3".</summary>
    public static string Place(Citation.Place where) => where switch
    {
        Citation.Place.Timecodes times => Timecode.Write(times.Start),
        Citation.Place.Lines lines => Numbers("line", lines.First, lines.Last),
        Citation.Place.Paragraphs paragraphs => Numbers("paragraph", paragraphs.First, paragraphs.Last),
        _ => throw new UnreachableException(),
    };

    /// <summary>From where to where: "12:34–12:50".</summary>
    public static string Range(Citation.Place where) => where switch
    {
        Citation.Place.Timecodes times when (long)times.Start.TotalSeconds == (long)times.End.TotalSeconds => Timecode.Write(times.Start),
        Citation.Place.Timecodes times => $"{Timecode.Write(times.Start)}–{Timecode.Write(times.End)}",
        Citation.Place.Lines lines => Numbers("line", lines.First, lines.Last),
        Citation.Place.Paragraphs paragraphs => Numbers("paragraph", paragraphs.First, paragraphs.Last),
        _ => throw new UnreachableException(),
    };

    public static Uri? Link(Citation.Place where) => where switch
    {
        Citation.Place.Timecodes times => times.Link,
        Citation.Place.Lines lines => lines.Link,
        Citation.Place.Paragraphs paragraphs => paragraphs.Link,
        _ => throw new UnreachableException(),
    };

    private static string Numbers(string unit, int first, int last) => first == last
        ? string.Create(CultureInfo.InvariantCulture, $"{unit} {first}")
        : string.Create(CultureInfo.InvariantCulture, $"{unit}s {first}–{last}");
}
