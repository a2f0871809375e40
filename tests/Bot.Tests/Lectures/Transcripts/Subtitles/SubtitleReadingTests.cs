using System.Text;
using Lectures.Transcripts;

namespace Bot.Tests.Lectures.Transcripts.Subtitles;

public sealed class SubtitleReadingTests
{
    [Theory]
    [InlineData("a.vtt", "WEBVTT", null)]
    [InlineData("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n\n", null)]
    [InlineData("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Mary></v>\n", null)]
    [InlineData("a.vtt", "WEBVTT\n\n1\n00:01.000 --> 00:2x.000\nwords\n", 4)]
    [InlineData("a.srt", "1\n00:00:01,000 --> 00:00:71,000\nwords\n", 2)]
    [InlineData("a.srt", "words and nothing else", null)]
    [InlineData("a.vtt", "words and nothing else", null)]
    [InlineData("a.srt", "1\n00:00:01,000 --> \nwords\n", 2)]
    public void A_file_that_cannot_be_read_is_rejected_with_its_line_and_what_to_do(string file, string content, int? line)
    {
        var rejected = Assert.IsType<ParseResult.Rejected>(Read(file, content));

        Assert.Equal(line, rejected.Line);
        Assert.EndsWith(".", rejected.Reason);
    }

    [Theory]
    [InlineData("a.txt", "WEBVTT\n\n00:01.000 --> 00:02.000\nKept.\n")]
    [InlineData("a.srt", "WEBVTT - in the wrong suffix\n\nNOTE no words\n\n00:01.000 --> 00:02.000\nKept.\n")]
    [InlineData("a.txt", "1\n00:00:01,000 --> 00:00:02,000\nKept.\n")]
    [InlineData("a.vtt", "1\n00:00:01,000 --> 00:00:02,000\nKept.\n")]
    [InlineData("a.srt", "# Title\n[00:01 --> 00:02] Kept.\n")]
    [InlineData("a.vtt", "[00:01 --> 00:02] Kept.\n")]
    public void A_format_is_recognised_by_its_content_before_its_suffix(string file, string content) =>
        Assert.Equal(["[0:01] Kept."], Sentences(file, content));

    [Fact]
    public void Words_with_an_arrow_in_them_are_not_times() =>
        Assert.Equal(
            ["[0:01] From 1914 --> 1918, or 10: --> 12."],
            Sentences("a.srt", "1\n00:00:01,000 --> 00:00:03,000\nFrom 1914 --> 1918,\nor 10: --> 12.\n"));

    [Fact]
    public void A_speaker_who_repeats_himself_is_quoted_each_time()
    {
        var cues = new[] { "No.", "No.", "No. I said no.", "Thank you.", "Thank you.", "And so it began." };

        var sentences = Sentences("a.srt", SubRipWriter.Write(cues.Select(static (words, i) =>
            new SpokenCue(TimeSpan.FromSeconds(i), TimeSpan.FromSeconds(i + 1), null, words))));

        Assert.Equal(
            ["[0:00] No.", "[0:01] No.", "[0:02] No.", "[0:02] I said no.", "[0:03] Thank you.", "[0:04] Thank you.", "[0:05] And so it began."],
            sentences);
    }

    [Fact]
    public void Captions_that_grow_word_by_word_give_each_word_once() =>
        Assert.Equal(
            ["[0:00] Hello there everyone, welcome back."],
            Sentences("a.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nHello there\n\n00:01.000 --> 00:02.000\nHello there everyone,\n\n"
                + "00:02.000 --> 00:03.000\nHello there everyone,\nwelcome\n\n00:03.000 --> 00:04.000\nHello there everyone,\nwelcome back.\n"));

    [Fact]
    public void The_same_cue_twice_at_the_same_time_is_said_once() =>
        Assert.Equal(
            ["[0:01] Once.", "[0:03] Twice."],
            Sentences("a.srt", "1\n00:00:01,000 --> 00:00:02,000\nOnce.\n\n2\n00:00:01,000 --> 00:00:02,000\nOnce.\n\n"
                + "3\n00:00:03,000 --> 00:00:04,000\nTwice.\n"));

    [Fact]
    public void A_voice_ends_with_its_tag_and_with_its_cue()
    {
        var transcript = Transcript("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>One.</v> Two. <v.low Bob>Three.\n\n00:02.000 --> 00:03.000\nFour.\n");

        Assert.Equal(["Ann", null, "Bob", null], transcript.Paragraphs.Select(static paragraph => paragraph.Speaker));
        Assert.Equal("One.\nTwo.\nThree.\nFour.", transcript.Text);
    }

    [Fact]
    public void A_sentence_over_cues_that_are_out_of_order_is_located_around_all_of_them()
    {
        const string Content = "1\n00:00:03,000 --> 00:00:04,000\nof England.\n\n2\n00:00:01,000 --> 00:00:02,000\nThe king\n";

        var transcript = Transcript("a.srt", Content);

        Assert.Equal("The king of England.", transcript.Text);
        Assert.Equal(new TextSpan(Content.IndexOf("of", StringComparison.Ordinal), Content.Length - 1), transcript.Source.Locate(transcript.Sentences[0]));
    }

    [Fact]
    public void A_word_that_tags_part_stays_one_word() =>
        Assert.Equal(
            ["[0:01] Protagoras says: a < b & c > d."],
            Sentences("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<i>Pro</i>tag<00:01.500>oras says: a < b &amp; c &gt; d.\n"));

    [Fact]
    public void Words_before_a_colon_are_a_speaker_only_in_capitals_and_after_a_sentence()
    {
        var transcript = Transcript(
            "a.srt",
            "1\n00:00:01,000 --> 00:00:02,000\nDR. WEI: The treaty of\n\n2\n00:00:02,000 --> 00:00:03,000\nNATO: it was signed in 1949.\n\n3\n"
            + "00:00:03,000 --> 00:00:04,000\nThere were two reasons: fear and money.\n");

        Assert.Equal("DR. WEI", Assert.Single(transcript.Paragraphs).Speaker);
        Assert.Equal("The treaty of NATO: it was signed in 1949. There were two reasons: fear and money.", transcript.Text);
    }

    [Fact]
    public void Credits_of_those_who_spread_subtitles_are_set_aside_unless_the_series_keeps_them()
    {
        var file = Encoding.UTF8.GetBytes("1\n00:00:01,000 --> 00:00:02,000\nSubtitles by\nthe Rome Club\n\n2\n00:00:02,000 --> 00:00:03,000\nRome fell.\n");
        var reader = new TranscriptReader(Microsoft.Extensions.Options.Options.Create(new TranscriptOptions()));

        var aside = Assert.IsType<ParseResult.Parsed>(reader.Read("a.srt", file)).Transcript;
        var kept = Assert.IsType<ParseResult.Parsed>(reader.Read("a.srt", file, new ReadingContext(KeepBoilerplate: true))).Transcript;

        Assert.Equal(("Rome fell.", 1), (aside.Text, aside.LinesSetAside));
        Assert.Equal(("Subtitles by the Rome Club Rome fell.", 0), (kept.Text, kept.LinesSetAside));
    }

    [Theory]
    [InlineData("The king\n- mad as he was - fled.", "The king - mad as he was - fled.")]
    [InlineData("Who fled?\n-The king.", "Who fled?\nThe king.")]
    [InlineData("It fell to\n-40 degrees.", "It fell to -40 degrees.")]
    [InlineData("He left.\n-- And then?", "He left. -- And then?")]
    [InlineData("- [Applause] Thank you.", "[Applause] Thank you.")]
    public void A_dash_opens_a_turn_only_where_one_can_begin(string words, string text) =>
        Assert.Equal(text, Transcript("a.srt", $"1\n00:00:01,000 --> 00:00:03,000\n{words}\n").Text);

    [Fact]
    public void A_lecturer_who_explains_is_not_a_label() =>
        Assert.Null(Assert.Single(Transcript("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nRemember this: it fell.\n\n00:02.000 --> 00:03.000\nOne more thing: it burned.\n\n"
            + "00:03.000 --> 00:04.000\nand a last one: it was rebuilt.\n").Paragraphs).Speaker);

    private static ParseResult Read(string file, string content) => TranscriptFiles.Read(file, Encoding.UTF8.GetBytes(content));

    private static Transcript Transcript(string file, string content) => Assert.IsType<ParseResult.Parsed>(Read(file, content)).Transcript;

    private static string[] Sentences(string file, string content)
    {
        var transcript = Transcript(file, content);
        return [.. transcript.Sentences.Select(sentence => TranscriptDump.Sentence(transcript, sentence))];
    }
}
