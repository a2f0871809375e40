using Lectures.Indexing;

namespace Bot.Tests.Lectures.Indexing;

public sealed class SpeechFilterTests
{
    [Theory]
    [InlineData("um so Hannibal, uh, crossed the Alps", "so hannibal crossed the alps")]
    [InlineData("Um, Hannibal crossed. Hmm.", "hannibal crossed")]
    [InlineData("the the elephants", "the elephants")]
    [InlineData("in the, um, in the spring", "in the spring")]
    [InlineData("he was… he was tired", "he was tired")]
    [InlineData("I I think so", "i think so")]
    [InlineData("the Khrush- Khrushchev years", "the khrushchev years")]
    [InlineData("[Music] Good evening (applause) all", "good evening all")]
    [InlineData("[crowd cheering] Rome [inaudible 00:12:31] fell [ __ ]", "rome fell")]
    public void Fillers_false_starts_and_marks_of_sounds_do_not_count(string text, string counted) => Assert.Equal(counted, Counted(text));

    [Theory]
    [InlineData("Sirhan Sirhan shot him", "sirhan sirhan shot him")]
    [InlineData("New York, New York", "new york new york")]
    [InlineData("in Baden-Baden", "in baden baden")]
    [InlineData("the reign of Qin Er Shi", "the reign of qin er shi")]
    [InlineData("crowned E.R. in 1558", "crowned er in 1558")]
    [InlineData("the liberal arts (music and logic)", "the liberal arts music and logic")]
    [InlineData("he [the emperor] fled", "he the emperor fled")]
    [InlineData("the pre- and post-war years", "the pre and post war years")]
    [InlineData("in 20 20 of them", "in 20 20 of them")]
    [InlineData("Rome fell. Rome fell slowly", "rome fell slowly")]
    public void Words_of_the_lecture_count(string text, string counted) => Assert.Equal(counted, Counted(text));

    private static string Counted(string text)
    {
        using var analysis = new TextAnalysis();
        var tokens = analysis.Analyze(text);

        SpeechFilter.Apply(text, tokens);

        return string.Join(' ', tokens.Select(static token => token.Word.Exact));
    }
}
