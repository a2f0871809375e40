using System.Text;
using Bot.Library;
using Bot.Storage;
using Bot.Tests.FakeDiscord;

namespace Bot.Tests.Discord.Moderation;

/// <summary>Saved questions, other names, what was asked and what was thought of it, by commands and buttons.</summary>
public sealed class CurationJourneyTests
{
    private const string Asked = "Who painted the ceiling of the chapel at Osk?";

    private static readonly ServerId Home = ModeratorRig.Server(ModeratorRig.Home);

    [Fact]
    public async Task A_saved_question_is_checked_and_its_loss_told_before_publishing()
    {
        await using var rig = await ModeratorRig.StartAsync();
        const string Question = "Who ground barley at the mill of Osk for the army of General Ombra?";
        var mill = await rig.PublishAsync("The Mill", "The mill of Osk ground barley for the army of General Ombra.\n");

        var saved = await rig.SendAsync(rig.Command("questions add", ("question", Question), ("lecture", mill)));
        Assert.Contains("1 of 1 saved question", ModeratorRig.Shown(await rig.PressAsync(saved, "Check")), StringComparison.Ordinal);
        Assert.Contains("saved already", ModeratorRig.Shown(await rig.SendAsync(rig.Command("questions add", ("question", Question), ("lecture", "the mill")))), StringComparison.Ordinal);
        Assert.Contains("no such lecture", ModeratorRig.Shown(await rig.SendAsync(rig.Command("questions add", ("question", Question), ("lecture", "unheard of")))), StringComparison.Ordinal);

        var draft = await rig.SendAsync(rig.Add([rig.Attach("mill.txt", "The bishop of Tarn counted his sheep.\n")], ("title", "The Mill")));
        Assert.Contains("No longer answered right", ModeratorRig.Shown(draft), StringComparison.Ordinal);
        await rig.PressAsync(draft, "Publish");
        Assert.Contains("Not so", ModeratorRig.Shown(await rig.SendAsync(rig.Command("questions check"))), StringComparison.Ordinal);

        Assert.Contains(Question, ModeratorRig.Shown(await rig.SendAsync(rig.Command("questions list"))), StringComparison.Ordinal);
        var number = (await rig.SendAsync(rig.Typing("questions remove", "question", "barley")))["data"]!["choices"]![0]!["value"]!.GetValue<string>();
        Assert.Contains("Removed", ModeratorRig.Shown(await rig.SendAsync(rig.Command("questions remove", ("question", number)))), StringComparison.Ordinal);
        Assert.Empty(rig.Get<SavedQuestions>().All(Home));
    }

    [Fact]
    public async Task Names_count_from_the_next_question_on()
    {
        await using var rig = await ModeratorRig.StartAsync();
        await rig.PublishAsync("The Harbour", "Queen Ondine rebuilt the harbour of Marlow in two summers.\n\nThe bishop of Tarn counted his sheep.\n");

        // Two lectures of a line each give little to be sure of.
        await rig.SendAsync(rig.Command("settings set", ("confidence", 0.2)));
        Assert.DoesNotContain("Ondine", ModeratorRig.Shown(await rig.AskAsync("What did the Pearl do?")), StringComparison.Ordinal);

        Assert.Contains("Added", ModeratorRig.Shown(await rig.SendAsync(rig.Command("names add", ("names", "the Pearl = Ondine")))), StringComparison.Ordinal);
        Assert.Contains("Ondine", ModeratorRig.Shown(await rig.AskAsync("What did the Pearl do?")), StringComparison.Ordinal);
        Assert.DoesNotContain("Ondine", ModeratorRig.Shown(await rig.AskAsync("What did the Pearl do?", ModeratorRig.Elsewhere)), StringComparison.Ordinal);

        Assert.Contains("not a line of names", ModeratorRig.Shown(await rig.SendAsync(rig.Command("names add", ("names", "nothing")))), StringComparison.Ordinal);
        Assert.Contains("the Pearl = Ondine", ModeratorRig.Shown(await rig.SendAsync(rig.Command("names list"))), StringComparison.Ordinal);
        await rig.SendAsync(rig.Command("names remove", ("names", "the pearl = ondine")));
        Assert.DoesNotContain("Ondine", ModeratorRig.Shown(await rig.AskAsync("What did the Pearl do?")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_answered_stands_together_is_saved_as_a_file_and_marked_as_handled()
    {
        await using var rig = await ModeratorRig.StartAsync();
        await rig.AskAsync("When did Marlow fall?");
        await rig.AskAsync(Asked);
        await rig.AskAsync("The ceiling of the chapel at Osk, who painted it?");
        await rig.AskAsync("Which republic was founded by seven sisters?");
        await Eventually.TrueAsync(() => rig.Get<AskedQuestions>().Weeks(Home, 1)[0].Asked == 4);

        var list = await rig.SendAsync(rig.Command("answers unanswered"));
        Assert.Contains("2 questions without an answer", ModeratorRig.Shown(list), StringComparison.Ordinal);
        Assert.Contains("asked 2×", ModeratorRig.Shown(list), StringComparison.Ordinal);
        Assert.DoesNotContain("sisters", ModeratorRig.Shown(list), StringComparison.Ordinal);

        await rig.PressAsync(list, "Save as CSV");
        var csv = Encoding.UTF8.GetString(Assert.Single(rig.Clio.Rest.Uploaded).Content);
        Assert.Equal(3, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1);

        var rest = await rig.PressAsync(list, "Handled 1");
        Assert.Equal(7, ClioRig.Type(rest));
        Assert.DoesNotContain("ceiling", ModeratorRig.Shown(rest), StringComparison.Ordinal);
        Assert.Contains("No question waits", ModeratorRig.Shown(await rig.PressAsync(rest, "Handled 1")), StringComparison.Ordinal);
        Assert.Contains("4 asked · 1 answered", ModeratorRig.Shown(await rig.SendAsync(rig.Command("answers stats"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_rated_once_by_each_and_what_did_not_help_is_shown_with_what_was_said()
    {
        await using var rig = await ModeratorRig.StartAsync();
        var answer = await rig.AskAsync("Which republic was founded by seven sisters?");

        Assert.Contains("Thank you", ModeratorRig.Shown(await rig.Clio.PressAsync(answer, "Helpful")), StringComparison.Ordinal);
        Assert.True(ClioRig.IsPrivate(await rig.Clio.PressAsync(answer, "Not helpful")));
        await rig.Clio.PressAsync(answer, "Not helpful", presser: "830000000000000002");

        var feedback = ModeratorRig.Shown(await rig.SendAsync(rig.Command("answers feedback")));
        Assert.Contains("seven sisters", feedback, StringComparison.Ordinal);
        Assert.Contains("The Republic of Amber", feedback, StringComparison.Ordinal);
        Assert.Equal((0, 2), rig.Get<AskedQuestions>().Weeks(Home, 1).Select(static week => (week.Helpful, week.NotHelpful)).Single());
        Assert.DoesNotContain("Helpful", ClioRig.ButtonIds(await rig.AskAsync("Which republic was founded by seven sisters?", who: Who.DirectMessage)).Keys);
    }

    [Fact]
    public async Task What_is_kept_of_a_member_is_told_and_erased_when_they_ask()
    {
        await using var rig = await ModeratorRig.StartAsync();
        await rig.AskAsync(Asked);
        await rig.SendAsync(rig.Clio.AskCommand(Asked), Who.Member, user: "830000000000000002");
        await Eventually.TrueAsync(() => rig.Get<AskedQuestions>().Weeks(Home, 1)[0].Asked == 2);

        var privacy = ModeratorRig.Shown(await rig.SendAsync(rig.Clio.Command("privacy", new System.Text.Json.Nodes.JsonObject { ["name"] = "show", ["type"] = 1 }), Who.Member));
        Assert.Contains("90 days", privacy, StringComparison.Ordinal);
        var ask = await rig.SendAsync(rig.Clio.Command("privacy", new System.Text.Json.Nodes.JsonObject { ["name"] = "erase", ["type"] = 1 }), Who.Member);
        Assert.True(ClioRig.IsPrivate(ask));
        Assert.Equal(2, rig.Get<AskedQuestions>().Weeks(Home, 1)[0].Asked);

        Assert.Contains("Erased: 1", ModeratorRig.Shown(await rig.PressAsync(ask, "Erase", Who.Member)), StringComparison.Ordinal);
        Assert.Equal(1, rig.Get<AskedQuestions>().Weeks(Home, 1)[0].Asked);
        Assert.Contains("nothing of yours", ModeratorRig.Shown(await rig.PressAsync(ask, "Erase", Who.Member)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_turned_or_shared_is_not_asked_again()
    {
        await using var rig = await ModeratorRig.StartAsync();
        var answer = await rig.SendAsync(rig.Clio.AskCommand("Which republic was founded by seven sisters?", ("private", true)));
        await rig.Clio.PressAsync(answer, "Share");
        await rig.SendAsync(rig.Clio.AskCommand("Which republic was founded by seven sisters?"), Who.UserInstall);
        await rig.AskAsync("?");
        await rig.AskAsync("Where is Amber?");
        await Eventually.TrueAsync(() => rig.Get<AskedQuestions>().Weeks(Home, 1)[0].Asked >= 2);

        Assert.Equal(2, rig.Get<AskedQuestions>().Weeks(Home, 1)[0].Asked);
    }
}
