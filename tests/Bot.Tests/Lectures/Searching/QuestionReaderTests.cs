using Lectures.Indexing;
using Lectures.Searching;

namespace Bot.Tests.Lectures.Searching;

public sealed class QuestionReaderTests : IDisposable
{
    private readonly TextAnalysis analysis = new();

    public void Dispose() => analysis.Dispose();

    [Theory]
    [InlineData("Why was Khrushchev removed from power?", "khrushchev removed power")]
    [InlineData("hey, can you tell me what the U.S. did in 1,000 days??", "us 1000 days")]
    [InlineData("Rome Rome Romans", "rome romans")]
    [InlineData("title:foo AND (bar", "title foo bar")]
    public void The_words_that_say_what_is_asked_remain_each_once(string question, string terms) =>
        Assert.Equal(terms, string.Join(' ', Assert.IsType<QuestionReading.Clear>(new QuestionReader(analysis).Read(question)).Question.Terms.Select(static word => word.Exact)));

    [Theory]
    [InlineData("Who won the Battle of Hastings, and when?", "won the battle of hastings")]
    [InlineData("Rome", "rome")]
    public void What_is_asked_goes_from_the_first_term_to_the_last(string question, string asked) =>
        Assert.Equal(asked, string.Join(' ', Assert.IsType<QuestionReading.Clear>(new QuestionReader(analysis).Read(question)).Question.Asked.Select(static word => word.Exact)));

    [Fact]
    public void A_single_letter_is_no_question_but_a_digit_or_a_character_of_its_own_is()
    {
        var reader = new QuestionReader(analysis);

        Assert.IsType<QuestionReading.Unclear>(reader.Read("x"));
        Assert.IsType<QuestionReading.Clear>(reader.Read("7"));
        Assert.IsType<QuestionReading.Clear>(reader.Read("周"));
    }

    [Fact]
    public void A_long_question_keeps_a_bounded_number_of_terms() => Assert.InRange(
        Assert.IsType<QuestionReading.Clear>(new QuestionReader(analysis).Read(string.Join(' ', Enumerable.Range(100, 200)))).Question.Terms.Count, 1, 64);
}
