using Lectures.Indexing;
using Lectures.Searching;

namespace Bot.Tests.Lectures.Searching;

public class NamesTableTests
{
    [Theory]
    [InlineData("who was Octavian", "Augustus")]
    [InlineData("the fall of peking", "Beijing")]
    [InlineData("Bonaparte in Egypt", "Napoleon")]
    [InlineData("battles of Łódź", "Lodsch")]
    public void A_name_stands_for_the_others_of_its_group(string question, string other) => Assert.Contains(other, Others(question));

    [Fact]
    public void A_one_way_name_is_not_turned_round() => Assert.Empty(Others("Napoleon in Egypt"));

    [Fact]
    public void The_longest_name_that_fits_counts() => Assert.Equal(["Dr. King"], Others("Martin Luther King and his dream"));

    [Fact]
    public void A_line_without_a_second_name_is_reported_and_the_others_count()
    {
        using var analysis = new TextAnalysis();

        var table = NamesTable.Read(["Peking", "A = ?", "X > Y = Z", "Rome = Roma"], analysis);

        Assert.Equal(3, table.Problems.Count);
        Assert.StartsWith("Line 1:", table.Problems[0], StringComparison.Ordinal);
        Assert.Equal(1, table.Groups);
    }

    [Fact]
    public void The_table_that_ships_has_no_broken_line()
    {
        using var analysis = new TextAnalysis();

        var table = NamesTable.Read(File.ReadLines(Path.Combine(Repository.Root, "index", "names.txt")), analysis);

        Assert.Empty(table.Problems);
        Assert.True(table.Groups >= 800);
    }

    private static List<string> Others(string question)
    {
        using var analysis = new TextAnalysis();
        var table = NamesTable.Read(
            ["# comment", "Octavian = Augustus", "Peking = Beijing", "Bonaparte > Napoleon", "Łódź = Lodsch", "Martin Luther = Luder", "Martin Luther King = Dr. King"], analysis);
        return [.. table.In([.. analysis.Analyze(question).Select(static token => token.Word)]).Select(static name => name.Spelling)];
    }
}
