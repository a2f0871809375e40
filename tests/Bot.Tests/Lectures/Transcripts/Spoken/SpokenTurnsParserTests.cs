using System.Text;
using Lectures.Transcripts;

namespace Bot.Tests.Lectures.Transcripts.Spoken;

public sealed class SpokenTurnsParserTests
{
    [Fact]
    public void Hours_of_a_day_are_not_taken_for_times_of_a_recording()
    {
        const string Text = "06:30 The first wave lands on Omaha.\n07:45 The beach is full of wrecks.\n09:00 The first men reach the bluffs.";

        var transcript = Parsed(Text);

        Assert.Empty(transcript.Cues);
        Assert.StartsWith("06:30 The first wave", transcript.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The Gospel says so.\n\nJohn 3:16\n\nAnd Rome fell all the same, in 476.")]
    [InlineData("They met at 10:30\n\nand parted at 11:45\n\nwithout a word, says the diary.")]
    [InlineData("The odds were 2:1. Then they were 3:1.\n\n[1] See above.\n\n[2] See below.")]
    public void A_time_in_prose_does_not_make_a_recording(string text) => Assert.Empty(Parsed(text).Cues);

    [Fact]
    public void A_reference_that_looks_like_a_speaker_stays_text()
    {
        var transcript = Parsed(
            "Anna Weiss  1:00\nSo.\n\nMark Oduya  2:00\nWhat?\n\nAnna Weiss  3:00\nI know.\n\nMark Oduya  4:00\nDo you?\n\nAnna Weiss  5:00\nThe verse was\nJohn 3:16\nin one of them.\n\nMark Oduya  6:00\nYes.");

        Assert.Contains("The verse was John 3:16 in one of them.", transcript.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_speaker_with_one_turn_is_read_and_speaks_for_the_lecture()
    {
        var transcript = Parsed("Anna Weiss  0:00\nThe walls had three rings. They held.");

        Assert.Equal("Anna Weiss", transcript.Lecture.Speaker);
        Assert.Equal("The walls had three rings. They held.", transcript.Text);
        Assert.Equal(TimeSpan.Zero, Assert.Single(transcript.Cues).Start);
    }

    [Fact]
    public void Blank_lines_between_cues_do_not_cut_sentences()
    {
        var transcript = Parsed("(0:00) The walls of the city\n\n(0:03) had three rings and\n\n(0:06) held for a thousand years.");

        Assert.Equal("The walls of the city had three rings and held for a thousand years.", Assert.Single(transcript.Sentences).In(transcript.Text));
    }

    [Fact]
    public void Words_before_the_first_time_belong_to_the_beginning()
    {
        var transcript = Parsed("Anna Weiss: The walls had three rings. [00:00:05] They held. [00:00:09] For long.");

        Assert.Equal(["0:00", "0:05", "0:09"], transcript.Sentences.Select(sentence => Timecode.Write(transcript.CueAt(sentence.Start)!.Start)));
    }

    [Fact]
    public void A_turn_lasts_until_the_next_one()
    {
        var cues = Parsed("[00:00:00] Anna Weiss: Who came?\n[00:00:03] Mark Oduya: Menelik.\n[00:00:07] Anna Weiss: Alone?").Cues;

        Assert.Equal([3, 7, 7], cues.Select(static cue => cue.End.TotalSeconds));
    }

    [Fact]
    public void Times_without_words_are_rejected() =>
        Assert.IsType<ParseResult.Rejected>(TranscriptFiles.Read("a.txt", "Anna Weiss  0:00\n\nMark Oduya  0:12\n"u8.ToArray()));

    [Fact]
    public void A_table_row_without_times_is_rejected_at_its_line()
    {
        var rejected = Assert.IsType<ParseResult.Rejected>(TranscriptFiles.Read("a.tsv", "start\tend\ttext\n0\t900\tRome.\nfell\tlater\tRavenna.\n"u8.ToArray()));

        Assert.Equal(3, rejected.Line);
    }

    private static Transcript Parsed(string text) => Assert.IsType<ParseResult.Parsed>(TranscriptFiles.Read("a.txt", Encoding.UTF8.GetBytes(text))).Transcript;
}
