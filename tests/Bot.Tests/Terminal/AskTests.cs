using System.Text.Json;
using Spectre.Console.Testing;

namespace Bot.Tests.Terminal;

/// <summary>One question to the library that ships.</summary>
public class AskTests(ShippedRig shipped) : IClassFixture<ShippedRig>
{
    private const string Khrushchev = "Why was Khrushchev removed from power?";

    private readonly TerminalRig rig = shipped.Terminal;

    [Fact]
    public async Task The_first_question_makes_the_index_and_the_second_finds_it()
    {
        using var fresh = new TerminalRig(Repository.Lectures);

        var first = await fresh.RunAsync("ask", Khrushchev);
        var second = await fresh.RunAsync("ask", Khrushchev);

        Assert.Equal((0, 0), (first.Code, second.Code));
        Assert.Contains("20 added", first.Errors, StringComparison.Ordinal);
        Assert.Equal("", second.Errors);
        Assert.Equal(first.Output, second.Output);
    }

    [Fact]
    public async Task An_answer_is_an_excerpt_a_line_with_the_answering_sentence_marked_and_a_citation_under_it()
    {
        var answer = await rig.RunAsync("ask", Khrushchev);

        var excerpts = answer.Lines.Where(static line => line.Length > 6 && char.IsAsciiDigit(line[4]) && line[5] == '.').ToList();
        Assert.Equal(3, excerpts.Count);
        Assert.All(excerpts, static excerpt => Assert.Matches(@"^    \d\. [^*]*\*\*[^*]+\*\*[^*]*$", excerpt));
        Assert.Contains(excerpts, static excerpt => excerpt.Length > 200);
        Assert.All(excerpts, excerpt => Assert.Contains(" · ", answer.Lines[answer.Lines.ToList().IndexOf(excerpt) + 1], StringComparison.Ordinal));
        Assert.Contains("The Fall of Khrushchev", answer.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\e', answer.Output);
    }

    [Fact]
    public async Task On_a_terminal_the_answering_sentence_is_bold_and_lines_are_wrapped()
    {
        using var screen = new TestConsole().Width(60).EmitAnsiSequences();

        await rig.RunAsync(["ask", Khrushchev], "", screen);

        Assert.Contains("\e[1m", screen.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("**", screen.Output, StringComparison.Ordinal);
        Assert.All(screen.Output.Split('\n'), static line => Assert.InRange(System.Text.RegularExpressions.Regex.Replace(line, @"\e\[[\d;]*m", "").Length, 0, 60));
    }

    [Fact]
    public async Task Json_is_one_line_whose_words_stand_in_the_file_it_names()
    {
        var answer = await rig.RunAsync("ask", Khrushchev, "--json");

        using var json = JsonDocument.Parse(Assert.Single(answer.Lines));
        Assert.Equal(0, answer.Code);
        Assert.True(json.RootElement.GetProperty("answered").GetBoolean());
        Assert.InRange(json.RootElement.GetProperty("confidence").GetDouble(), 0.0, 1.0);
        foreach (var excerpt in json.RootElement.GetProperty("excerpts").EnumerateArray())
        {
            var source = await File.ReadAllTextAsync(Path.Combine(Repository.Lectures, excerpt.GetProperty("file").GetString()!), TestContext.Current.CancellationToken);
            Assert.Contains(excerpt.GetProperty("highlight").GetString()!, excerpt.GetProperty("text").GetString()!, StringComparison.Ordinal);
            if (excerpt.TryGetProperty("firstLine", out _))
            {
                Assert.Contains(excerpt.GetProperty("highlight").GetString()!, source, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task What_the_lectures_do_not_answer_ends_with_2_and_names_the_closest()
    {
        var answer = await rig.RunAsync("ask", "What is the boiling point of tungsten?");
        var json = await rig.RunAsync("ask", "What is the boiling point of tungsten?", "--json");

        Assert.Equal((2, 2), (answer.Code, json.Code));
        Assert.StartsWith("The lectures do not seem to answer this.", answer.Output, StringComparison.Ordinal);
        Assert.Contains("\"answered\":false", json.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x", "only common words")]
    [InlineData("?", "no word")]
    [InlineData("", "no word")]
    [InlineData("what is it and who was that", "only common words")]
    public async Task A_question_that_says_nothing_is_refused_in_a_sentence(string question, string words)
    {
        (await rig.RunAsync("ask", question)).AssertError(words);
        (await rig.RunAsync("ask", question, "--json")).AssertError(words);
    }

    [Fact]
    public async Task A_question_of_4000_characters_is_refused_in_a_sentence()
    {
        (await rig.RunAsync("ask", string.Concat(Enumerable.Repeat("Khrushchev ", 400))[..4_000])).AssertError("has 4,000 characters");
    }

    [Theory]
    [InlineData("title:foo AND (")]
    [InlineData("\"Khrushchev")]
    [InlineData("Khrushchev~2^9 +power -why [a TO")]
    [InlineData("*:*")]
    public async Task Query_syntax_is_simply_words(string question)
    {
        var answer = await rig.RunAsync("ask", question);

        Assert.InRange(answer.Code, 0, 2);
        answer.AssertNoTrace();
    }
}
