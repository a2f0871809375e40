using Lectures.Transcripts;

namespace Bot.Tests.Lectures.Transcripts;

public class BracketedTimesParserTests
{
    private const string Lecture = """
        # 20100225 - 012- The Founding of the City
        # Duration: 708.10 seconds
        # Series: The Tiber and the World
        # Speaker: Livia Rossi
        # Url: https://www.youtube.com/watch?v=abc

        [00:02 --> 00:05] Hello, and welcome to the series.
        [00:06 --> 00:09] The founding of the city is an event
        wrapped in myth, and we
        [00:10.250 --> 00:12,5] start with it. So let us begin.

        # a comment between
        [1:02:10 --> 1:02:14] Times may carry hours.
        """;

    [Fact]
    public void Comment_lines_tell_title_number_date_series_speaker_and_address()
    {
        var lecture = Read.Transcript(Lecture, "x/y.txt").Lecture;

        Assert.Equal(
            ("The Founding of the City", 12, new DateOnly(2010, 2, 25), "The Tiber and the World", "Livia Rossi", "https://www.youtube.com/watch?v=abc"),
            (lecture.Title, lecture.Number, lecture.Date, lecture.Series, lecture.Speaker, lecture.Url?.AbsoluteUri));
    }

    [Theory]
    [InlineData("# License: CC BY 4.0")]
    [InlineData("# Licence: CC BY 4.0")]
    public void A_comment_line_tells_the_licence_in_either_spelling(string line) =>
        Assert.Equal("CC BY 4.0", Read.Transcript($"{line}\n[00:02 --> 00:05] Hello.").Lecture.License);

    [Fact]
    public void Without_comment_lines_the_file_name_tells()
    {
        var lecture = Read.Transcript("[00:02 --> 00:05] Hello.", "20110301 - 013 - Seven Kings.txt").Lecture;

        Assert.Equal(("Seven Kings", 13, new DateOnly(2011, 3, 1)), (lecture.Title, lecture.Number, lecture.Date));
    }

    [Fact]
    public void Sentences_run_over_cues_and_continuation_lines_while_timecodes_follow_cues()
    {
        var transcript = Read.Transcript(Lecture);

        Assert.Equal(
        [
            "Hello, and welcome to the series.",
            "The founding of the city is an event wrapped in myth, and we start with it.",
            "So let us begin.",
            "Times may carry hours.",
        ], Read.Sentences(transcript));
        Assert.Equal(
            [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(10.25), new TimeSpan(1, 2, 10)],
            transcript.Cues.Select(static cue => cue.Start));
        Assert.Equal(TimeSpan.FromSeconds(12.5), transcript.Cues[2].End);
        Assert.Equal(TimeSpan.FromSeconds(6), At(transcript, "wrapped in myth").Start);
        Assert.Equal(TimeSpan.FromSeconds(10.25), At(transcript, "start with it").Start);
    }

    [Fact]
    public void Neither_times_nor_comments_can_be_quoted()
    {
        var text = Read.Transcript(Lecture).Text;

        Assert.DoesNotContain("-->", text, StringComparison.Ordinal);
        Assert.DoesNotContain('[', text);
        Assert.DoesNotContain("comment", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[00:0x --> 00:05] Broken.")]
    [InlineData("[00:02 --> ] Broken.")]
    [InlineData("[00:75 --> 00:80] Broken.")]
    [InlineData("[00:02 --> 00:05 --> 00:07] Broken.")]
    [InlineData("[1:99:02 --> 2:00:05] Broken.")]
    [InlineData("[00:02 -> 00:05] Broken.")]
    [InlineData("[00:02 --> 00:05 Broken.")]
    [InlineData("00:02 --> 00:05] Broken.")]
    public void Broken_times_are_rejected_with_their_line(string line)
    {
        var rejection = Read.Rejection($"# A title\n\n[00:01 --> 00:02] Fine.\n{line}\n[00:06 --> 00:09] Fine again.\n");

        Assert.Equal(4, rejection.Line);
        Assert.Contains("cannot be read. Write them as [00:02 --> 00:05]", rejection.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Times_without_words_are_rejected() =>
        Assert.Contains("times but no words", Read.Rejection("# Title\n[00:01 --> 00:02]\n[00:02 --> 00:04]   \n").Reason, StringComparison.Ordinal);

    [Fact]
    public void A_cue_that_ends_before_it_begins_ends_where_it_begins()
    {
        var cue = Assert.Single(Read.Transcript("[00:09 --> 00:05] Late.").Cues);

        Assert.Equal((TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(9)), (cue.Start, cue.End));
    }

    [Fact]
    public void Recognised_speech_without_marks_or_capitals_is_cut_into_sentences()
    {
        var lines = Enumerable.Range(0, 40).Select(static i =>
            $"[{i / 12:00}:{i * 5 % 60:00} --> {i / 12:00}:{i * 5 % 60 + 4:00}] the legions marched north and the winter came early that year");

        var transcript = Read.Transcript(string.Join('\n', lines));

        Assert.True(transcript.Sentences.Count > 10, $"{transcript.Sentences.Count} sentences");
        Assert.All(Read.Sentences(transcript), static sentence => Assert.InRange(sentence.Split(' ').Length, 5, 60));
    }

    private static Cue At(Transcript transcript, string words) =>
        transcript.CueAt(transcript.Text.IndexOf(words, StringComparison.Ordinal)) ?? throw new InvalidOperationException("no cues");
}
