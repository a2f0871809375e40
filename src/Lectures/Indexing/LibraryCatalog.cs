using Lectures.Transcripts;

namespace Lectures.Indexing;

/// <summary>What the library holds, for lists and suggestions.</summary>
/// <param name="Lectures">By series, then number, then file.</param>
/// <param name="Series">Their names, in alphabetical order.</param>
/// <param name="Speakers">Likewise; those of single turns included.</param>
/// <param name="Questions">Headings of sections, those that are questions first.</param>
public sealed record LibraryCatalog(
    IReadOnlyList<Lecture> Lectures, IReadOnlyList<string> Series, IReadOnlyList<string> Speakers, IReadOnlyList<string> Questions)
{
    internal static LibraryCatalog Of(IEnumerable<Transcript> transcripts)
    {
        var (lectures, speakers, headings) = (new List<Lecture>(), new SortedSet<string>(StringComparer.OrdinalIgnoreCase), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        foreach (var transcript in transcripts)
        {
            lectures.Add(transcript.Lecture);
            speakers.UnionWith(transcript.Paragraphs.Select(paragraph => paragraph.Speaker ?? transcript.Lecture.Speaker).OfType<string>());
            headings.UnionWith(transcript.Sections.Select(static section => section.Heading).OfType<string>());
        }

        return Of(lectures, speakers, headings);
    }

    internal static LibraryCatalog Together(LibraryCatalog one, LibraryCatalog other) => Of(
        [.. one.Lectures, .. other.Lectures],
        new SortedSet<string>(one.Speakers.Concat(other.Speakers), StringComparer.OrdinalIgnoreCase),
        one.Questions.Concat(other.Questions).Distinct(StringComparer.OrdinalIgnoreCase));

    private static LibraryCatalog Of(List<Lecture> lectures, SortedSet<string> speakers, IEnumerable<string> headings) => new(
            [.. lectures.OrderBy(static l => l.Series ?? "\uFFFF", StringComparer.OrdinalIgnoreCase).ThenBy(static l => l.Number ?? int.MaxValue).ThenBy(static l => l.File, StringComparer.Ordinal)],
            [.. lectures.Select(static lecture => lecture.Series).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)],
            [.. speakers],
            [.. headings.OrderBy(static heading => !heading.EndsWith('?')).ThenBy(static heading => heading, StringComparer.OrdinalIgnoreCase)]);
}
