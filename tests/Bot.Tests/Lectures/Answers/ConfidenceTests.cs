using Bot.Tests.Lectures.Searching;
using Lectures.Answers;

namespace Bot.Tests.Lectures.Answers;

public sealed class ConfidenceTests
{
    private const string Napoleon = "In 1821 Napoleon died on the island, and few in Paris wept.";
    private const string Related = "cry: wept\ngadget: tool";

    /// <summary>A word that may be told otherwise ("gadget"), or was mistyped, is no sign that the library does not speak of it.</summary>
    [Theory]
    [InlineData("When did Napoleon die?", false)]
    [InlineData("Who in Paris cried over Napoleon?", false)]
    [InlineData("Napoleon gadget", false)]
    [InlineData("Napoloen", false)]
    [InlineData("Napoleon tungsten", true)]
    public async Task A_word_of_which_the_library_has_nothing_takes_off_confidence(string question, bool isLess)
    {
        using var rig = await SearchRig.WithRelatedAsync(Related, Napoleon);

        Assert.Equal(isLess, TakesOff(rig, question));
    }

    /// <summary>There any word may have been misheard, and so a word that is missing tells nothing.</summary>
    [Fact]
    public async Task Where_lectures_have_no_capitals_as_recognised_speech_it_takes_off_nothing()
    {
        using var rig = await SearchRig.WithRelatedAsync(Related, Napoleon.ToLowerInvariant());

        Assert.False(TakesOff(rig, "Napoleon tungsten"));
    }

    private static bool TakesOff(SearchRig rig, string question) => rig.See(question, static ranking =>
    {
        var (model, excerpts) = (ConfidenceModel.Shipped(), ExcerptSelector.Select(ranking.Passages, 3));
        return Confidence.Of(ranking, excerpts, model) < model.Probability(Confidence.Features(ranking, excerpts)) - 1e-6;
    });
}
