using Spectre.Console.Testing;

namespace Bot.Tests.Terminal;

public class ChatTests(ShippedRig shipped) : IClassFixture<ShippedRig>
{
    private readonly TerminalRig rig = shipped.Terminal;

    [Fact]
    public async Task Piped_questions_are_answered_one_a_line_until_the_input_ends()
    {
        var chat = await rig.RunAsync([], "Why was Khrushchev removed from power?\n\n  \n?\n/more\nzzyzx quux?\n");

        Assert.Equal(0, chat.Code);
        Assert.Equal(
            ["> Why was Khrushchev removed from power?", "> ?", "> /more", "> zzyzx quux?"], chat.Lines.Where(static line => line.StartsWith("> ", StringComparison.Ordinal)));
        Assert.Contains("    1. ", chat.Output, StringComparison.Ordinal);
        Assert.Contains("There is no word in the question.", chat.Output, StringComparison.Ordinal);
        Assert.Contains("The lectures do not seem to answer this.", chat.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', chat.Output);
        chat.AssertNoTrace();
    }

    [Fact]
    public async Task More_gives_the_next_ranks_and_never_an_excerpt_twice()
    {
        var chat = await rig.RunAsync([], "Why was Khrushchev removed from power?\n/more\n/more\n");

        var excerpts = chat.Lines.Where(static line => System.Text.RegularExpressions.Regex.IsMatch(line, @"^    \d+\. ")).ToList();
        Assert.Equal(Enumerable.Range(1, excerpts.Count).Select(static rank => $"    {rank}."), excerpts.Select(static line => line[..(line.IndexOf('.') + 1)]));
        Assert.True(excerpts.Count > 3);
        Assert.Equal(excerpts.Count, excerpts.Select(static line => line[(line.IndexOf('.') + 2)..]).Distinct().Count());
    }

    [Fact]
    public async Task Commands_help_list_and_leave()
    {
        var chat = await rig.RunAsync([], "/more\n/help\n/lectures\n/dance now\n/quit\nWhy was Khrushchev removed?\n");

        Assert.Equal(0, chat.Code);
        Assert.Contains("Ask a question first.", chat.Output, StringComparison.Ordinal);
        Assert.Contains("/lectures   what the library holds", chat.Output, StringComparison.Ordinal);
        Assert.Contains("Magellan and Elcano Around the World", chat.Output, StringComparison.Ordinal);
        Assert.Contains("There is no command /dance. /help lists them.", chat.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Why was Khrushchev", chat.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_steer_a_terminal_is_not_echoed()
    {
        var chat = await rig.RunAsync([], "\e[31mred\a alert?\n/\e[2Jx\n");

        Assert.DoesNotContain('\e', chat.Output);
        Assert.DoesNotContain('\a', chat.Output);
    }

    [Fact]
    public async Task A_person_is_greeted_and_prompted()
    {
        using var screen = new TestConsole().Width(200);

        var chat = await rig.RunAsync([], "/help\n", screen);

        Assert.Contains("Clio: 20 lectures", screen.Output, StringComparison.Ordinal);
        Assert.StartsWith("> ", chat.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("> /help", screen.Output, StringComparison.Ordinal);
    }
}
