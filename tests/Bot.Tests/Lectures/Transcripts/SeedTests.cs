using System.Text;
using Lectures.Transcripts;

namespace Bot.Tests.Lectures.Transcripts;

/// <summary>The real article that the project began with, where it is at hand.</summary>
public class SeedTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void The_seed_lecture_is_read_whole_and_without_its_trimmings(string lineEnd)
    {
        var text = File.ReadAllText(Repository.Shared("seed/maos-road-to-war.txt")).ReplaceLineEndings(lineEnd);

        var transcript = Read.Transcript("\uFEFF" + text, "maos-road-to-war.txt");

        Assert.Equal(
            ("Mao’s Road to War against Russia", "The Fall and Rise of China", "Richard Baum"),
            (transcript.Lecture.Title, transcript.Lecture.Series, transcript.Lecture.Speaker));
        Assert.Equal(
        [
            null, "War of Words", "Krushchev’s Removal", "Sino-Soviet Relations Deteriorate Further", "A Race to Lead the Communist Bloc",
            "The Most Resourceful Wins the Race", "Common Questions about Mao’s Road to War against Russia",
        ], Read.Headings(transcript));
        Assert.DoesNotContain("Learn more", transcript.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("video series", transcript.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Wondrium", transcript.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Richard Baum", transcript.Text, StringComparison.Ordinal);
        Assert.All(transcript.Sentences, sentence => Assert.Equal(sentence.In(transcript.Text), transcript.Source.Locate(sentence).In("\uFEFF" + text)));
    }

    [Fact]
    public void The_seed_lecture_is_accepted_as_bytes() => Assert.IsType<ParseResult.Parsed>(
        Read.Result(Encoding.UTF8.GetBytes(File.ReadAllText(Repository.Shared("seed/maos-road-to-war.txt")))));
}
