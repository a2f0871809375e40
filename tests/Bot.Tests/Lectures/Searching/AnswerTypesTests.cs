using Lectures.Indexing;
using Lectures.Searching;

namespace Bot.Tests.Lectures.Searching;

public class AnswerTypesTests
{
    [Theory]
    [InlineData("Who won the battle of Zama?", nameof(AnswerType.Person))]
    [InlineData("Which general won the battle of Zama?", nameof(AnswerType.Person))]
    [InlineData("What was the name of the general at Zama?", nameof(AnswerType.Person))]
    [InlineData("When did Constantinople fall?", nameof(AnswerType.Time))]
    [InlineData("In what year did Constantinople fall?", nameof(AnswerType.Time))]
    [InlineData("Where was the treaty signed?", nameof(AnswerType.Place))]
    [InlineData("In which city was the treaty signed?", nameof(AnswerType.Place))]
    [InlineData("How many ships did he have?", nameof(AnswerType.Number))]
    [InlineData("how strong was the first Chinese bomb", nameof(AnswerType.Number))]
    [InlineData("What was the total size of the army?", nameof(AnswerType.Number))]
    [InlineData("swiss guards tuileries death toll", nameof(AnswerType.Number))]
    [InlineData("sugar price cuba", nameof(AnswerType.Number))]
    [InlineData("Why did he cross the river?", nameof(AnswerType.Reason))]
    [InlineData("How did Hannibal die?", nameof(AnswerType.Other))]
    [InlineData("What did the general say?", nameof(AnswerType.Other))]
    [InlineData("What crossed the sea?", nameof(AnswerType.Other))]
    public void The_words_of_a_question_tell_what_it_asks_for(string question, string expected)
    {
        using var analysis = new TextAnalysis();

        var read = Assert.IsType<QuestionReading.Clear>(new QuestionReader(analysis).Read(question)).Question;

        Assert.Equal(expected, $"{AnswerTypes.Of(read)}");
    }
}
