using Bot.Chat;
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

    [Fact]
    public void Words_of_a_Word_document_are_cited_by_their_paragraph()
    {
        var transcript = TranscriptFiles.Transcript("docx/german-styles.docx");

        var where = Citation.Of(new PassageCutter(new PassageOptions()).Cut(transcript)[0], transcript.Sentences[0]).Where;

        Assert.Matches("^paragraph [0-9]+$", CitationText.Place(Assert.IsType<Citation.Place.Paragraphs>(where)));
    }

    [Fact]
    public void A_licence_named_above_the_words_is_the_lectures()
    {
        var transcript = Read.Transcript("# Title: One\n# Licence: CC BY 4.0\n[01:02 --> 01:06] The war began.\n");

        Assert.Equal("CC BY 4.0", transcript.Lecture.License);
    }

    private static Citation Cite(Transcript transcript, string words)
    {
        var passage = new PassageCutter(new PassageOptions()).Cut(transcript).Single(passage => passage.Text.Contains(words, StringComparison.Ordinal));
        var start = transcript.Text.IndexOf(words, StringComparison.Ordinal);
        return Citation.Of(passage, new TextSpan(start, start + words.Length));
    }
}
