using Lectures.Answers;
using Lectures.Passages;

namespace Bot.Tests.Lectures.Answers;

public class AnswererTests(ShippedLibrary library)
{
    [Fact]
    public async Task A_question_that_the_lectures_answer_is_answered_with_a_citation()
    {
        var found = Assert.IsType<Answer.Found>(await library.AskAsync("Why was Khrushchev removed from power?", 3));

        Assert.InRange(found.Confidence, 0.4, 1.0);
        Assert.Equal(3, found.Excerpts.Count);
        var citation = found.Excerpts[0].Citation;
        Assert.NotNull(citation.Series);
        Assert.NotNull(citation.Speaker);
        Assert.IsType<Citation.Place.Lines>(citation.Where);
    }

    [Fact]
    public async Task Recognised_speech_is_cited_with_timecodes()
    {
        var found = Assert.IsType<Answer.Found>(await library.AskAsync("When did the Victoria come home to Sanlúcar?", 3));

        Assert.IsType<Citation.Place.Timecodes>(found.Excerpts[0].Citation.Where);
    }

    [Theory]
    [InlineData("What did the revered one, Octavian, call himself: princeps, first citizen?", "Augustus")]
    [InlineData("Where was Octavian, a boy of eighteen, studying when Caesar named him?", "Octavius")]
    public async Task Another_name_that_was_searched_for_is_told_as_it_is_written_there(string question, string name)
    {
        var found = Assert.IsType<Answer.Found>(await library.AskAsync(question, 3));

        Assert.Contains(("octavian", name), found.AlsoSearched);
        Assert.All(found.AlsoSearched, told => Assert.Contains(found.Excerpts, excerpt => excerpt.Text.Contains(told.Item2, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("What is the boiling point of tungsten?")]
    [InlineData("zzyzx quux")]
    [InlineData("他走了吗")]
    public async Task What_the_lectures_do_not_speak_of_is_not_found(string question) =>
        Assert.IsType<Answer.NotFound>(await library.AskAsync(question));

    [Theory]
    [InlineData("")]
    [InlineData("   \n")]
    [InlineData("?")]
    [InlineData("…—!“”")]
    [InlineData("x")]
    [InlineData("the and of")]
    [InlineData("what did they say about it")]
    public async Task A_question_that_says_nothing_is_unclear(string question)
    {
        var unclear = Assert.IsType<Answer.Unclear>(await library.AskAsync(question));

        Assert.EndsWith(question.Any(char.IsLetter) ? "." : "?", unclear.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_of_4000_characters_is_unclear_and_one_of_1000_is_not()
    {
        var many = string.Concat(Enumerable.Repeat("Khrushchev removed from power ", 140));

        Assert.Contains("4,000", Assert.IsType<Answer.Unclear>(await library.AskAsync(many[..3_999] + "x")).Reason, StringComparison.Ordinal);
        Assert.IsNotType<Answer.Unclear>(await library.AskAsync(many[..999] + "x"));
    }

    [Fact]
    public async Task Query_syntax_is_simply_words()
    {
        Assert.IsNotType<Answer.Unclear>(await library.AskAsync("title:foo AND ("));
        var (plain, syntax) = (
            Assert.IsType<Answer.Found>(await library.AskAsync("his colleagues held many things against Khrushchev 9 in October 1964")),
            Assert.IsType<Answer.Found>(await library.AskAsync("+his \"colleagues held (many things against Khrushchev^9 in ~October 1964*")));
        Assert.Equal(plain.Excerpts.Select(static excerpt => excerpt.Span), syntax.Excerpts.Select(static excerpt => excerpt.Span));
        Assert.Equal(plain.Confidence, syntax.Confidence);
    }

    [Fact]
    public Task No_question_makes_it_throw()
    {
        var random = new Random(5);
        string[] pieces = ["Rome", "Khrushchev", "1964", "\"", "(", ":", "*", "~", "AND", "\0", "\uD83D", "é", "他", "’s", " ", " ", "the", "\u202E", "U.S.", ".", "-"];
        return Task.WhenAll(Enumerable.Range(0, 300).Select(_ =>
            library.AskAsync(string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => pieces[random.Next(pieces.Length)])))));
    }
}
