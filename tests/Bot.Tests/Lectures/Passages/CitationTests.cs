using Bot.Tests.Lectures.Transcripts;
using Lectures.Passages;
using Lectures.Transcripts;

namespace Bot.Tests.Lectures.Passages;

public class CitationTests
{
    [Fact]
    public void Untimed_words_are_cited_with_section_and_lines()
    {
        var citation = Cite(Read.Transcript("By Jane Doe, Ph.D., Some University\nIt began here, in the north.\nA Heading\nThe war began. It was long.\nThe war ended.\n", "wars/one.txt"), "It was long.");

        Assert.Equal(new Citation("Wars", "One", "Jane Doe", "A Heading", new Citation.Place.Lines(4, 4, null)), citation);
    }

    [Theory]
    [InlineData("https://www.youtube.com/watch?v=abc", "https://www.youtube.com/watch?v=abc&t=66s")]
    [InlineData("https://youtu.be/abc", "https://youtu.be/abc?t=66s")]
    [InlineData("https://lectures.example/rome", "https://lectures.example/rome#t=66")]
    public void Timed_words_are_cited_with_the_timecode_of_their_cue_and_a_link_to_its_second(string url, string link)
    {
        var citation = Cite(Read.Transcript($"# Title: One\n# Url: {url}\n[01:02 --> 01:06] The war began.\n[01:06.9 --> 01:09] It was\n[01:10 --> 01:12] long.\n"), "It was long.");

        var where = Assert.IsType<Citation.Place.Timecodes>(citation.Where);
        Assert.Equal((TimeSpan.FromSeconds(66.9), TimeSpan.FromSeconds(72), link), (where.Start, where.End, where.Link?.AbsoluteUri));
    }

    private static Citation Cite(Transcript transcript, string words)
    {
        var passage = new PassageCutter(new PassageOptions()).Cut(transcript).Single(passage => passage.Text.Contains(words, StringComparison.Ordinal));
        var start = transcript.Text.IndexOf(words, StringComparison.Ordinal);
        return Citation.Of(passage, new TextSpan(start, start + words.Length));
    }
}
