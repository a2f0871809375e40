using System.Text.RegularExpressions;
using Lectures.Indexing;
using Lectures.Searching;

namespace Bot.Tests.Lectures.Searching;

public sealed class RelatedWordsTests : IDisposable
{
    private readonly TextAnalysis analysis = new();

    public void Dispose() => analysis.Dispose();

    [Fact]
    public void A_family_is_one_word_in_several_forms()
    {
        Assert.Equal([("bought", "form")], Of("= buy bought", "buys"));
        Assert.Equal([("buy", "form")], Of("= buy bought", "bought"));
    }

    [Fact]
    public void Words_of_a_group_stand_for_each_other_and_what_is_told_along_stands_for_them()
    {
        const string Table = "jail prison gaol ~ cell guard";

        Assert.Equal([("cell", "along"), ("gaol", "near"), ("guard", "along"), ("jail", "near")], Of(Table, "prisons"));
        Assert.Equal([("gaol", "along"), ("jail", "along"), ("prison", "along")], Of(Table, "cell"));
    }

    [Fact]
    public void What_a_line_says_of_its_first_words_holds_backwards_and_for_none_of_the_others()
    {
        const string Table = "lodge digs: stay rent ~ house";

        Assert.Equal([("dig", "near"), ("hous", "along"), ("rent", "near"), ("stay", "near")], Of(Table, "lodged"));
        Assert.Equal([("dig", "near"), ("lodg", "near")], Of(Table, "staying"));
        Assert.Equal([("dig", "along"), ("lodg", "along")], Of(Table, "house"));
    }

    [Fact]
    public void The_best_of_several_lines_counts() =>
        Assert.Equal([("king", "near"), ("throne", "near")], Of("monarch ~ king throne\nmonarch king\nmonarch: throne", "monarch"));

    /// <summary>"Gaol" and "dungeon" are said of the same, and no line has both.</summary>
    [Fact]
    public void Words_that_are_linked_to_the_same_words_are_alike_the_more_the_more_they_share()
    {
        var related = Read("gaol: prison cell guard\ndungeon: prison cell dark\nmonastery: monk cell\nharbour: ship\nsea: ship ~ harbour").Of("gaol");

        var alike = related.Where(static word => word.Kind == RelatedKind.Similar).ToList();
        Assert.Equal(["dungeon", "monasteri"], alike.Select(static word => word.Stem).Where(static stem => stem is "dungeon" or "monasteri" or "harbour"));
        Assert.True(alike[0].Strength > alike.Single(static word => word.Stem == "monasteri").Strength);
        Assert.All(alike, static word => Assert.InRange(word.Strength, 0, 0.6f));
    }

    [Fact]
    public void What_is_told_along_with_too_much_is_no_sign_of_any_of_it()
    {
        var words = Enumerable.Range(0, 41).Select(static i => $"word{(char)('a' + i % 26)}{(char)('a' + i / 26)}").ToList();

        Assert.Equal(40, Of(string.Join('\n', words.Take(40).Select(static word => $"{word} ~ war")), "war").Count());
        Assert.Empty(Of(string.Join('\n', words.Select(static word => $"{word} ~ war")), "war"));
    }

    [Fact]
    public void A_phrase_is_what_its_words_mean_together()
    {
        const string Table = "pass_away kick_bucket: die perish ~ grave";

        Assert.Equal([("die", "near"), ("grave", "along"), ("kick bucket", "near"), ("perish", "near")], Of(Table, "pass away"));
        Assert.Equal([("kick bucket", "near"), ("pass away", "near")], Of(Table, "die"));
        Assert.Empty(Of(Table, "pass"));
        Assert.Equal(["pass away"], Read(Table).PhrasesFrom("pass"));
        Assert.Empty(Read(Table).PhrasesFrom("pas"));
    }

    /// <summary>What is told along with a phrase is no sign of it: a grave is one of much else than of a death.</summary>
    [Fact]
    public void Nothing_leads_back_from_what_is_told_along_with_a_phrase() => Assert.Empty(Of("pass_away: die ~ grave", "grave"));

    [Theory]
    [InlineData("Who passed away first?")]
    [InlineData("Why did he let his life pass quietly away?")]
    [InlineData("Who put the last king up there and passed away?")]
    public async Task A_phrase_is_found_in_a_question_also_with_words_between(string question) => Assert.Equal(["In the end the old man died."], (await WhereOneDiedAsync(question)).Take(1));

    [Theory]
    [InlineData("Which way did they pass?")]
    [InlineData("Where did they pass on their long march away?")]
    [InlineData("Who went away to pass?")]
    public async Task Words_of_a_phrase_mean_it_only_together_and_in_order(string question) => Assert.DoesNotContain("In the end the old man died.", await WhereOneDiedAsync(question));

    /// <summary>"Surrender" in the question, "gave up" in the lecture, in whichever form; the words apart say nothing.</summary>
    [Fact]
    public async Task A_lecture_may_tell_it_by_a_phrase_of_two_words()
    {
        using var rig = await SearchRig.WithRelatedAsync(
            "= give gave given\ngive_up: surrender ~ flag", "The town gave them up a hill to stand on.", "On Monday the town gave up.", "The town had a hill.");

        Assert.Equal("On Monday the town gave up.", rig.Find("When did the town surrender?")[0]);
    }

    [Theory]
    [InlineData("fish sea", "fi")]
    [InlineData("# sea: ocean", "sea")]
    [InlineData("oversea ocean", "sea")]
    [InlineData("search: ocean", "sea")]
    [InlineData("", "sea")]
    public void Nothing_stands_for_a_word_that_no_line_has(string table, string word) => Assert.Empty(Of(table, word));

    [Fact]
    public void Every_line_that_ships_can_be_read()
    {
        var line = new Regex("^(#.*|= [a-z]+( [a-z]+)+|([a-z_]+( [a-z_]+)*: ?)?([a-z_]+( [a-z_]+)*)?( ?~( [a-z_]+)+)?)$", RegexOptions.NonBacktracking);

        Assert.All(Source().Split('\n', StringSplitOptions.RemoveEmptyEntries), text => Assert.Matches(line, text));
    }

    /// <summary>The bench's "relate" writes the one from the other.</summary>
    [Fact]
    public void The_graph_that_ships_is_that_of_the_words()
    {
        using var graph = typeof(RelatedWords).Assembly.GetManifestResourceStream("related.graph");
        Assert.NotNull(graph);
        var bytes = new byte[graph.Length];
        graph.ReadExactly(bytes);

        Assert.Equal(RelatedLines.ToGraph(Source(), analysis), bytes);
    }

    [Fact]
    public void The_table_that_ships_knows_how_people_ask()
    {
        var shipped = RelatedWords.Shipped();

        Assert.Contains(shipped.Of("jail"), static word => word.Stem == "prison" && word.Kind == RelatedKind.Near);
        Assert.Contains(shipped.Of("murder"), static word => word.Stem == "assassin");
    }

    /// <summary>A common word tells little of what a rare one was to say, and so it counts the less.</summary>
    [Fact]
    public async Task A_telling_word_is_preferred_to_a_common_one()
    {
        using var rig = await SearchRig.WithRelatedAsync(
            "rooms: apartment house",
            "They had a house by the river. The house was white.", "A house was sold.", "They took an apartment by the river.", "Nobody saw the house burn.", "The house on the hill.");

        Assert.Equal("They took an apartment by the river.", rig.Find("whose rooms by the river")[0]);
    }

    /// <summary>Passages are found that share no word with the question.</summary>
    [Fact]
    public async Task What_is_told_in_other_words_is_found()
    {
        using var rig = await SearchRig.WithRelatedAsync("jail: prison dungeon", "He died in the dungeon.", "The harvest was good.");

        Assert.Equal(["He died in the dungeon."], rig.Find("jail"));
    }

    private static async Task<IReadOnlyList<string>> WhereOneDiedAsync(string question)
    {
        using var rig = await SearchRig.WithRelatedAsync("pass_away: die died", "In the end the old man died.", "The harvest was good.");
        return rig.Find(question);
    }

    private IEnumerable<(string Stem, string Kind)> Of(string table, string words) =>
        Read(table).Of(string.Join(' ', words.Split(' ').Select(word => analysis.WordOf(word).Stem))).Where(static found => found.Kind != RelatedKind.Similar)
            .Select(static found => (found.Stem, found.Kind.ToString().ToLowerInvariant())).Order();

    private RelatedWords Read(string table) => new(new RelatedGraph(RelatedLines.ToGraph(table, analysis)));

    private static string Source()
    {
        using var resource = typeof(RelatedWordsTests).Assembly.GetManifestResourceStream("related.words");
        Assert.NotNull(resource);
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }
}
