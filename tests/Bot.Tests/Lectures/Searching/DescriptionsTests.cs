namespace Bot.Tests.Lectures.Searching;

/// <summary>What a library says is the same, when it is asked.</summary>
public class DescriptionsTests
{
    private const string Naming = "They feared Louis XIV, the Sun King, all over Europe.";
    private const string Answering = "In the year 1715 old Louis died of gangrene and his great-grandson followed.";
    private const string Other = "The king of the hill country built a long wall and a gate. It stood for twelve years.";

    [Fact]
    public async Task A_description_finds_what_is_told_of_its_name_and_it_is_said_so()
    {
        using var rig = await SearchRig.WithAsync(Naming, Answering, Other);

        Assert.Contains(Answering, rig.Find("When did the Sun King die?"));
        Assert.Contains(("sun king", "Louis XIV"), rig.AlsoSearched("When did the Sun King die?"));
    }

    [Fact]
    public async Task The_word_as_asked_counts_more()
    {
        using var rig = await SearchRig.WithAsync("The Sun King died.", "Louis died.", Naming);

        var found = rig.Find("the Sun King died");

        Assert.Equal("The Sun King died.", found[0]);
        Assert.Contains("Louis died.", found);
    }

    [Fact]
    public async Task Without_the_lecture_that_says_so_nothing_is_linked()
    {
        using var rig = await SearchRig.WithAsync(Answering, Other);

        Assert.DoesNotContain(Answering, rig.Find("Who was the Sun King?"));
    }

    [Fact]
    public async Task A_lecture_that_was_removed_links_nothing_any_more()
    {
        using var rig = await SearchRig.WithAsync(Naming, Answering, Other);
        Assert.Contains(Answering, rig.Find("When did the Sun King die?"));

        await rig.RemoveAsync(0);

        Assert.Empty(rig.AlsoSearched("When did the Sun King die?"));
        Assert.DoesNotContain(Answering, rig.Find("Who was the Sun King?"));
    }

    [Fact]
    public async Task What_three_are_called_names_none()
    {
        using var rig = await SearchRig.WithAsync(
            "Then came Philip, the Young Lion.", "Then came Henry, the Young Lion.", "Then came Otto, the Young Lion.", "Philip reigned long.");

        Assert.DoesNotContain("Philip reigned long.", rig.Find("Young Lion"));
    }

    [Fact]
    public async Task A_common_word_is_no_name_where_names_have_capitals()
    {
        using var rig = await SearchRig.WithAsync("They kept the Kebra Nagast, the Glory of Kings.", "Monks read the Kebra aloud.");

        Assert.DoesNotContain("Monks read the Kebra aloud.", rig.Find("What glory did Caesar want?"));
        Assert.Contains("Monks read the Kebra aloud.", rig.Find("What is the Glory?"));
    }
}
