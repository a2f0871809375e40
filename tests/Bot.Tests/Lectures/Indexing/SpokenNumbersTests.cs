using Lectures.Indexing;

namespace Bot.Tests.Lectures.Indexing;

public sealed class SpokenNumbersTests : IDisposable
{
    private readonly TextAnalysis analysis = new();

    public void Dispose() => analysis.Dispose();

    [Theory]
    [InlineData("in eighteen seventy five he enrolled", "in 1875 he enrolled")]
    [InlineData("torn down in nineteen oh four", "torn down in 1904")]
    [InlineData("fifteen twenty four", "1524")]
    [InlineData("in eighteen eleven", "in 1811")]
    [InlineData("in twenty eighteen", "in 2018")]
    [InlineData("in nineteen hundred", "in 1900")]
    [InlineData("in two thousand eight", "in 2008")]
    [InlineData("in two thousand and eight", "in 2008")]
    [InlineData("a hundred thousand soldiers", "a 100000 soldiers")]
    [InlineData("three hundred Spartans", "300 spartans")]
    [InlineData("two hundred and six bones", "206 bones")]
    [InlineData("some 15 million dead", "some 15000000 dead")]
    [InlineData("fifty-six ships", "56 ships")]
    [InlineData("one million three hundred fifty thousand", "1350000")]
    [InlineData("the thousand and one nights", "the 1001 nights")]
    [InlineData("the twenty eighth of February", "the 28th of february")]
    public void A_number_of_several_words_is_one_in_digits(string said, string written)
    {
        var tokens = analysis.Analyze(said);
        SpokenNumbers.Replace(analysis, tokens);

        Assert.Equal(written, string.Join(' ', tokens.Select(static token => token.Word.Exact)));
    }

    [Theory]
    [InlineData("five elephants")]
    [InlineData("one two three")]
    [InlineData("between ten and twenty ships")]
    [InlineData("7 9 40")]
    [InlineData("hundred")]
    public void What_is_no_such_number_stays(string said)
    {
        var tokens = analysis.Analyze(said);
        SpokenNumbers.Replace(analysis, tokens);

        Assert.Equal(said, string.Join(' ', tokens.Select(static token => token.Word.Exact)));
    }

    [Fact]
    public void A_passage_keeps_the_words_beside_the_number_which_stands_where_they_stand()
    {
        const string Said = "Between eighteen seventy five and nineteen oh four";
        var tokens = analysis.Analyze(Said);
        SpokenNumbers.Add(analysis, tokens);

        Assert.Equal(["between", "eighteen", "seventy", "five", "1875", "and", "nineteen", "oh", "four", "1904"], tokens.Select(static token => token.Word.Exact));
        Assert.Equal("eighteen seventy five", Said[tokens[4].Start..tokens[4].End]);
        Assert.Equal("nineteen oh four", Said[tokens[9].Start..tokens[9].End]);
    }
}
