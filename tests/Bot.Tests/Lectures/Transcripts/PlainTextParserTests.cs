namespace Bot.Tests.Lectures.Transcripts;

public class PlainTextParserTests
{
    [Fact]
    public void An_article_of_a_lecture_site_gives_title_series_speaker_and_sections()
    {
        var transcript = Read.Transcript(File.ReadAllText(Repository.Data("transcripts/plain/lecture-site.txt")), "salt-and-empire.txt");

        Assert.Equal("The Salt Road and Its Kings", transcript.Lecture.Title);
        Assert.Equal("Trade and Empire in the U.S. and Africa", transcript.Lecture.Series);
        Assert.Equal("Amara Diallo", transcript.Lecture.Speaker);
        Assert.Equal(
            [null, "The Silent Trade", "What Did Mansa Musa Carry?", "After the Gold", "Common Questions about the Salt Road and Its Kings"], Read.Headings(transcript));
        Assert.Equal(5, transcript.LinesSetAside);
        Assert.DoesNotContain("This is a transcript", transcript.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Learn more", transcript.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Watch it now", transcript.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Diallo", transcript.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Silent Trade", transcript.Text, StringComparison.Ordinal);
        Assert.StartsWith("Salt was worth its weight in gold", transcript.Text, StringComparison.Ordinal);
        Assert.EndsWith("Songhai took its place.", transcript.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_on_both_sides_of_a_line_that_was_set_aside_are_not_quoted_together()
    {
        var transcript = Read.Transcript("The first word.\nLearn more about the second.\nThe third word.\nThe fourth word.\n");

        Assert.Equal([false, true, false], transcript.Paragraphs.Select(static paragraph => paragraph.FollowsGap));
    }

    [Fact]
    public void An_article_may_open_with_its_title()
    {
        var transcript = Read.Transcript("The Fall of Granada\n\nBy Isabel Moreno, Ph.D., University of Seville\nIn 1492 the city opened its gates. The war was over.\n", "granada.txt");

        Assert.Equal(("The Fall of Granada", "Isabel Moreno"), (transcript.Lecture.Title, transcript.Lecture.Speaker));
        Assert.Equal("In 1492 the city opened its gates. The war was over.", transcript.Text);
    }

    [Fact]
    public void The_file_name_is_the_last_resort_for_the_title()
    {
        var transcript = Read.Transcript("In 1492 the city opened its gates. The war was over.\n", "spain/20100225 - 012- The Fall of Granada.txt");

        Assert.Equal(("The Fall of Granada", 12, new DateOnly(2010, 2, 25), "Spain"),
            (transcript.Lecture.Title, transcript.Lecture.Number, transcript.Lecture.Date, transcript.Lecture.Series));
    }

    [Fact]
    public void A_paragraph_that_begins_with_By_is_spoken()
    {
        var transcript = Read.Transcript("By the year 800, Charlemagne was emperor.\nBy Christmas everybody knew it.\n");

        Assert.Null(transcript.Lecture.Speaker);
        Assert.StartsWith("By the year 800", transcript.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("This is a transcript from the video series The Fall and Rise of China. Watch it now, on Wondrium.", "The Fall and Rise of China")]
    [InlineData("This is a transcript from the video series The U.S. Civil War. Watch it now, on Wondrium.", "The U.S. Civil War")]
    [InlineData("This is a transcript from the video series Dr. Johnson’s London. Watch it now.", "Dr. Johnson’s London")]
    [InlineData("From the lecture series: The Age of Louis XIV", "The Age of Louis XIV")]
    public void The_series_line_names_the_series(string line, string series)
    {
        var transcript = Read.Transcript($"It began in the north.\n{line}\nIt ended in the south.\n");

        Assert.Equal(series, transcript.Lecture.Series);
        Assert.Equal("It began in the north.\nIt ended in the south.", transcript.Text);
    }

    [Fact]
    public void Paragraphs_broken_over_lines_are_put_together()
    {
        var transcript = Read.Transcript(
            """
            THE KING OF MALI

            In the year 1324 a king set out from the Niger with sixty thousand
            men and more gold than Cairo had ever seen. The chroniclers still
            speak of it.

            The Road to Mecca

            He crossed the desert in the cool of the year, and at every well
            he gave alms. You will want to
            learn more about the wells when we come to the desert itself, and
            we shall.

            This is a transcript from the video series The Kingdoms
            of the Niger. Watch it now, on Wondrium.

            Learn more about the gold of Bambuk and of the rivers that
            carried it.

            He came home poor. What had
            he gained?
            """);

        Assert.Equal(("THE KING OF MALI", "The Kingdoms of the Niger"), (transcript.Lecture.Title, transcript.Lecture.Series));
        Assert.Equal([null, "The Road to Mecca"], Read.Headings(transcript));
        Assert.Equal(
        [
            "In the year 1324 a king set out from the Niger with sixty thousand men and more gold than Cairo had ever seen.",
            "The chroniclers still speak of it.",
            "He crossed the desert in the cool of the year, and at every well he gave alms.",
            "You will want to learn more about the wells when we come to the desert itself, and we shall.",
            "He came home poor.",
            "What had he gained?",
        ], Read.Sentences(transcript));
    }

    [Fact]
    public void Headings_that_nothing_follows_are_spoken_words_and_two_in_a_row_leave_one_section()
    {
        var transcript = Read.Transcript("First Part\nThe Beginning\nIt began in spring.\nThe End\n");

        Assert.Equal(["The Beginning"], Read.Headings(transcript).Where(static heading => heading is not null));
        Assert.Equal("It began in spring.\nThe End", transcript.Text);
    }

    [Theory]
    [InlineData("By Jane Doe, Ph.D., Some University\n")]
    [InlineData("\uFEFF")]
    [InlineData("Learn more about nothing.\n\n")]
    public void A_file_without_spoken_words_is_rejected(string text) =>
        Assert.Contains("holds no spoken text", Read.Rejection(text).Reason, StringComparison.Ordinal);
}
