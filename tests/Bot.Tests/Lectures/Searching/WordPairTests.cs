namespace Bot.Tests.Lectures.Searching;

/// <summary>Words that one side writes as one and the other as two.</summary>
public class WordPairTests
{
    private const string Other = "The king of the hill country built a long wall and a gate. It stood for twelve years.";

    [Theory]
    [InlineData("Who sold the first light bulbs?", "Edison sold the first lightbulbs in Manhattan.")]
    [InlineData("Who sold the first lightbulbs?", "Edison sold the first light bulbs in Manhattan.")]
    [InlineData("Who sold the first lightbulb?", "Edison sold the first light-bulbs in Manhattan.")]
    [InlineData("Where was the mother ship?", "The mothership lay off the coast.")]
    [InlineData("How was the battleship sunk?", "In the end the battle ship was sunk by torpedoes.")]
    public async Task Words_written_apart_and_as_one_are_the_same(string question, string text)
    {
        using var rig = await SearchRig.WithAsync(Other, text);

        Assert.Equal(text, rig.Find(question)[0]);
        Assert.All(rig.Held(question), static held => Assert.True(held > 0.8));
    }

    [Fact]
    public async Task A_name_is_found_that_a_recogniser_wrote_as_two_words()
    {
        using var rig = await SearchRig.WithAsync(Other, "Then he built the tower of warden cliff on Long Island.");

        Assert.Contains("warden cliff", Assert.Single(rig.Find("What was Wardenclyffe?")), StringComparison.Ordinal);
        Assert.Equal([("wardenclyffe", "warden cliff")], rig.AlsoSearched("What was Wardenclyffe?"));
    }

    [Fact]
    public async Task A_name_that_was_asked_for_as_two_words_is_found_as_one()
    {
        using var rig = await SearchRig.WithAsync(Other, "Then he built the tower of Wardencliff on Long Island.");

        Assert.Contains("Wardencliff", Assert.Single(rig.Find("warden cliff")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The bulb was of glass and gave little light.")]
    [InlineData("The light was dim. Bulbs were rare.")]
    public async Task Two_words_that_do_not_follow_each_other_are_not_one(string text)
    {
        using var rig = await SearchRig.WithAsync(Other, text);

        Assert.Empty(rig.Find("lightbulb"));
    }

    [Theory]
    [InlineData("Who was Nebuchadnezzar?")]
    [InlineData("What did Wardenclyffe cost?")]
    public async Task What_is_not_there_in_any_form_is_not_found(string question)
    {
        using var rig = await SearchRig.WithAsync(Other, "The warden went up to the cliff.");

        Assert.Empty(rig.Find(question));
    }

    [Fact]
    public async Task Words_as_typed_count_more_than_words_joined()
    {
        using var rig = await SearchRig.WithAsync("Edison sold the first lightbulbs in Manhattan.", "Edison sold the first light bulbs in Manhattan.");

        Assert.Contains("lightbulbs", rig.Find("lightbulbs")[0], StringComparison.Ordinal);
        Assert.Contains("light bulbs", rig.Find("light bulbs")[0], StringComparison.Ordinal);
    }
}
