namespace Bot.Tests.Lectures.Searching;

public sealed class NamesInLibraryTests
{
    [Theory]
    [InlineData("napoleon cause of death")]
    [InlineData("Napoleon's hat")]
    [InlineData("where did Napoleon eat bread")]
    public async Task What_the_library_writes_as_a_name_is_one_however_it_is_asked(string question)
    {
        using var rig = await SearchRig.WithAsync("In 1821 Napoleon died. Bread and death were common.", "They feared Napoleon and death. He ate bread, and he wore a hat.");

        Assert.Equal(["napoleon"], rig.Names(question));
    }

    [Theory]
    [InlineData("bread")]
    [InlineData("march")]
    public async Task A_word_that_only_opens_sentences_with_a_capital_or_has_one_now_and_then_is_none(string word)
    {
        using var rig = await SearchRig.WithAsync("Bread was dear. They saw the march of the women. Then came March and the march on the palace.", "Bread again.");

        Assert.Empty(rig.Names(word));
    }

    [Fact]
    public async Task A_library_without_capitals_has_none_and_the_question_tells()
    {
        using var rig = await SearchRig.WithAsync("in 1821 napoleon died on the island", "they feared napoleon");

        Assert.Empty(rig.Names("when did napoleon die"));
        Assert.Equal(["napoleon"], rig.Names("when did Napoleon die"));
    }

    /// <summary>A library that speaks much of somebody has the name in many passages, and it is still what the question is about.</summary>
    [Fact]
    public async Task A_name_weighs_more_than_a_word_as_rare()
    {
        using var rig = await SearchRig.WithAsync("They say that Danton had a scar.", "They say that Marat had a wound, and so had the horse.", "The wound of the horse was deep.", "Nothing more.", "And Danton spoke.");

        Assert.Equal("They say that Danton had a scar.", rig.Find("Danton wound")[0]);
    }

    [Fact]
    public async Task What_was_known_of_a_word_is_not_taken_for_another_state_of_the_library()
    {
        using var rig = await SearchRig.WithAsync("In 1821 Napoleon had wine, as Napoleon would, for Napoleon drank.", "They drank napoleon, a brandy, from a glass.");
        Assert.Equal(["napoleon"], rig.Names("napoleon"));

        await rig.RemoveAsync(0);

        Assert.Empty(rig.Names("napoleon"));
    }
}
