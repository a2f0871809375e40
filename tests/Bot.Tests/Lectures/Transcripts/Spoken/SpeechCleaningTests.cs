using System.Text;
using Lectures.Transcripts;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Lectures.Transcripts.Spoken;

public sealed class SpeechCleaningTests
{
    [Theory]
    [InlineData("This episode is brought to you by Harbour.")]
    [InlineData("Before we go on, today's episode is brought to you by Harbour.")]
    [InlineData("This program is made possible by viewers like you.", false)]
    [InlineData("Support for this podcast comes from Harbour, the app for sailors.")]
    [InlineData("And now a word from our sponsor.")]
    [InlineData("Subscribe to the podcast on Spotify.")]
    [InlineData("If you enjoy the show, leave us a review on iTunes.")]
    [InlineData("Watch it now, on Lecture House.")]
    [InlineData("Learn more at seapeoples.example.org.")]
    [InlineData("You can support us on Patreon.")]
    [InlineData("Thanks for watching!")]
    public void Announcements_are_set_aside_and_counted(string sentence, bool isSetAside = true)
    {
        var transcript = Parsed($"Rome fell in 476. {sentence} Ravenna held on.");

        Assert.Equal(isSetAside ? 1 : 0, transcript.LinesSetAside);
        Assert.Equal(!isSetAside, transcript.Text.Contains(sentence, StringComparison.Ordinal));
        Assert.EndsWith("Ravenna held on.", transcript.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Support for the Bolsheviks came from the sailors of Kronstadt.")]
    [InlineData("Support for this program came from the peasants.")]
    [InlineData("The expedition was sponsored by the Royal Society.")]
    [InlineData("The lecture series was sponsored by General Electric.")]
    [InlineData("The peace was brought to you by Metternich, as one wit had it.")]
    [InlineData("“This program is brought to you by Lucky Strike,” said the announcer in 1944.")]
    [InlineData("Subscribe, the posters said, to the third war loan.")]
    [InlineData("If you like, we can review the causes of the war once more.")]
    [InlineData("Learn more about the enemy than he knows of you, says Sun Tzu.")]
    [InlineData("Visit our graves, the inscription asks.")]
    [InlineData("Watch the river, Crassus was told.")]
    [InlineData("The show trials were made possible by fear.")]
    public void History_is_never_set_aside(string sentence) => Assert.Equal(sentence, Parsed($"Rome fell in 476. {sentence} Ravenna held on.").Text[18..^17]);

    [Fact]
    public void A_sponsor_read_ends_where_the_lecture_goes_on()
    {
        var transcript = Parsed("This episode is brought to you by Harbour. You will love it. Harbour is an app for sailors. Harbour towns grew rich in 1200. You know their names.");

        Assert.Equal("Harbour towns grew rich in 1200. You know their names.", transcript.Text);
        Assert.Equal(3, transcript.LinesSetAside);
    }

    [Fact]
    public void Nothing_is_quoted_across_what_was_set_aside()
    {
        var transcript = Parsed("Rome fell in 476. This episode is brought to you by Harbour. Ravenna held on.");

        Assert.Equal([false, true], transcript.Paragraphs.Select(static paragraph => paragraph.FollowsGap));
    }

    [Fact]
    public void A_series_can_keep_such_lines()
    {
        const string Text = "Rome fell in 476.\n\nLearn more about Ravenna.\n\nThis episode is brought to you by Harbour.";

        var reader = new TranscriptReader(Options.Create(new TranscriptOptions()));
        var kept = Assert.IsType<ParseResult.Parsed>(reader.Read("a.txt", Encoding.UTF8.GetBytes(Text), new ReadingContext(KeepBoilerplate: true))).Transcript;

        Assert.Equal(3, kept.Sentences.Count);
        Assert.Equal(0, kept.LinesSetAside);
    }

    [Fact]
    public void A_file_with_nothing_but_announcements_is_rejected() =>
        Assert.IsType<ParseResult.Rejected>(TranscriptFiles.Read("a.txt", "This episode is brought to you by Harbour.\n\nThanks for listening!\n"u8.ToArray()));

    [Fact]
    public void Recognised_speech_without_full_stops_loses_the_announcement_only()
    {
        var transcript = Parsed("[00:00 --> 00:05] and so in four hundred and seventy six rome fell to odoacer but\n[00:05 --> 00:09] first this episode is brought to you by harbour");

        Assert.Equal("and so in four hundred and seventy six rome fell to odoacer but first", transcript.Text);
    }

    [Fact]
    public void Sections_cues_and_places_stay_in_step_when_a_section_goes()
    {
        const string Text = "One\n\nRome fell in 476.\n\nTwo\n\nThanks for watching!\n\nThree\n\nRavenna held on.";

        var transcript = Parsed(Text);

        Assert.Equal(["Rome fell in 476.", "Ravenna held on."], transcript.Paragraphs.Select(paragraph => paragraph.Span.In(transcript.Text)));
        Assert.Equal("Three", transcript.Sections[transcript.Paragraphs[1].Section].Heading);
        Assert.All(transcript.Sections, section => Assert.False(section.Span.IsEmpty));
        Assert.Equal("Ravenna held on.", transcript.Source.Locate(transcript.Sentences[1]).In(Text));
    }

    [Fact]
    public void Marks_of_a_turn_are_no_text_and_name_the_speaker()
    {
        var transcript = Parsed("[00:00 --> 00:03] >> Who came? >> OKAFOR: Hannibal\n[00:03 --> 00:06] came. >>> Alone? A >> B is text, a>>b too.");

        Assert.Equal(["Who came?", "Hannibal came.", "Alone? A", "B is text, a>>b too."], transcript.Paragraphs.Select(paragraph => paragraph.Span.In(transcript.Text)));
        Assert.Equal([null, "OKAFOR", null, null], transcript.Paragraphs.Select(static paragraph => paragraph.Speaker));
        Assert.Equal(["0:00", "0:03"], transcript.Cues.Select(static cue => Timecode.Write(cue.Start)));
    }

    [Fact]
    public void Guillemets_typed_as_pairs_are_text() => Assert.Equal("He said << never >> and left.", Parsed("He said << never >> and left.").Text);

    private static Transcript Parsed(string text) => Assert.IsType<ParseResult.Parsed>(TranscriptFiles.Read("a.txt", Encoding.UTF8.GetBytes(text))).Transcript;
}
