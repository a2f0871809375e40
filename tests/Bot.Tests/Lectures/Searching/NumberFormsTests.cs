using Lectures.Indexing;
using Lectures.Searching;

namespace Bot.Tests.Lectures.Searching;

public sealed class NumberFormsTests : IDisposable
{
    private readonly TextAnalysis analysis = new();

    public void Dispose() => analysis.Dispose();

    [Theory]
    [InlineData("fifty elephants crossed", "50")]
    [InlineData("the 50 elephants", "fifty")]
    [InlineData("Louis XIV at Versailles", "fourteenth 14th")]
    [InlineData("Louis the 14th at Versailles", "fourteenth xiv")]
    [InlineData("Louis the Fourteenth", "14th xiv")]
    [InlineData("World War II", "second 2nd two")]
    [InlineData("protest in the sixties", "1960s 60s 1964")]
    [InlineData("protest in the 1960s", "sixties 1964")]
    [InlineData("the coup of 1964", "1960s sixties")]
    [InlineData("war between 1914 and 1918", "1915 1916 1917")]
    [InlineData("war 1914-1918", "1915 1916 1917")]
    [InlineData("revolutions of the 19th century", "nineteenth 1800s 1848")]
    [InlineData("revolutions of the nineteenth century", "19th 1848")]
    [InlineData("murdered in 44 BC", "bce")]
    [InlineData("died in A.D. 14", "ce")]
    public void A_number_or_date_is_also_looked_for_as_it_may_be_said_elsewhere(string question, string forms) =>
        Assert.Empty(forms.Split(' ').Except(Forms(question)));

    [Theory]
    [InlineData("murdered in 44 BC", "ce")]
    [InlineData("Athens in the 5th century BC", "450")]
    [InlineData("Thebes in 1200 BC", "1200s")]
    [InlineData("between 1500 and 1900", "1700")]
    [InlineData("what I saw", "first")]
    public void What_would_be_another_date_or_number_is_not(string question, string form) => Assert.DoesNotContain(form, Forms(question));

    [Fact]
    public void Without_a_number_there_is_nothing() => Assert.Empty(Forms("Why was Khrushchev removed from power?"));

    [Fact]
    public void Spelled_tens_are_searched_by_their_stem() =>
        Assert.Contains(Read("the 50 elephants").Numbers, static number => number is { Form: { Exact: "fifty", IsSearched: true }, Stem: "fifti" });

    private List<string> Forms(string question) => [.. Read(question).Numbers.Select(static number => number.Form.Exact)];

    private Question Read(string question) => Assert.IsType<QuestionReading.Clear>(new QuestionReader(analysis).Read(question)).Question;
}
