using Lectures.Answers;

namespace Bot.Tests.Lectures.Answers;

public class WordingTests
{
    private const string Text = "Hannibal lost half of his elephants in the snow of the high passes before he saw Italy.";

    [Theory]
    [InlineData(Text, true)]
    [InlineData("HANNIBAL lost half of his elephants, in the snow of the high passes; before he saw Italy!", true)]
    [InlineData("Hannibal lost half of his elephants in the snow of the high passes before he ever saw Italy again.", true)]
    [InlineData("Hannibal lost half of his men in the marshes of the Arno after he had seen Italy.", false)]
    [InlineData("Hannibal lost half of his elephants.", false)]
    [InlineData("Hannibal lost half of them.", false)]
    [InlineData("", false)]
    public void The_same_in_the_same_words_is_told_from_the_same_in_others(string other, bool isSame)
    {
        Assert.Equal(isSame, new Wording(Text).IsSameAs(new Wording(other)));
        Assert.Equal(isSame, new Wording(other).IsSameAs(new Wording(Text)));
    }
}
