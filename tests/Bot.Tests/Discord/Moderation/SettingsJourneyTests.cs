using Bot.Chat.Moderation;
using Bot.Discord.Commands.Moderation;
using Bot.Storage;
using Bot.Tests.FakeDiscord;
using Bot.Tests.FakeDiscord.Oracle;

namespace Bot.Tests.Discord.Moderation;

/// <summary>Settings as they are shown, explained and changed, and that they count.</summary>
public sealed class SettingsJourneyTests
{
    private const string Question = "Which republic was founded by seven sisters?";

    private static readonly ServerId Home = ModeratorRig.Server(ModeratorRig.Home);

    public static TheoryData<string, string> Chosen => new()
    {
        { "Answers", "private" }, { "Excerpts", "5" }, { "Confidence", "0.9" }, { "Pace", "2" }, { "Retention", "7" },
    };

    [Theory]
    [MemberData(nameof(Chosen))]
    public async Task Each_is_explained_changed_by_a_select_and_put_back(string name, string value)
    {
        await using var rig = await ModeratorRig.StartAsync();
        var all = await rig.SendAsync(rig.Command("settings show"));

        var one = await rig.SendAsync(rig.Choice(all, name));
        Assert.Equal(7, ClioRig.Type(one));
        var changed = await rig.SendAsync(rig.Choice(one, value));
        Assert.Contains("Changed", ModeratorRig.Shown(changed), StringComparison.Ordinal);
        Assert.NotEqual(ServerSettings.Default.ToString(), rig.Get<Bot.Library.Settings>().Get(Home).ToString());
        await rig.PressAsync(await rig.SendAsync(rig.Choice(changed, name)), "Default");

        Assert.Equal(ServerSettings.Default with { Channels = [] }, rig.Get<Bot.Library.Settings>().Get(Home) with { Channels = ServerSettings.Default.Channels });
        Assert.Contains("settings", ModeratorRig.Shown(await rig.SendAsync(rig.Command("library history"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_are_changed_in_one_line_and_all_that_is_wrong_is_said_at_once()
    {
        await using var rig = await ModeratorRig.StartAsync();

        var answer = await rig.SendAsync(rig.Command("settings set", ("private", true), ("excerpts", 1), ("confidence", 0.3), ("per-minute", 5), ("days", 30)));
        Assert.Contains("30 days", ModeratorRig.Shown(answer), StringComparison.Ordinal);
        var wrong = ModeratorRig.Shown(await rig.SendAsync(rig.Command("settings set", ("excerpts", 9), ("confidence", 0.05), ("days", 0), ("role", "840000000000000001"))));

        Assert.All(["Between 1 and 5", "Between 0.2 and 0.9", "Between 1 and 365"], part => Assert.Contains(part, wrong, StringComparison.Ordinal));
        var present = rig.Get<Bot.Library.Settings>().Get(Home);
        Assert.Equal((true, 1, 0.3, 5, 30, null), (present.PrivateAnswers, present.Excerpts, present.Threshold, present.UserPerMinute, present.RetentionDays, present.ModeratorRole));
    }

    [Fact]
    public async Task A_role_that_Discord_has_looked_up_moderates_from_then_on()
    {
        await using var rig = await ModeratorRig.StartAsync();
        var page = await rig.SendAsync(rig.Button(ModeratorId.Write(new ModeratorRequest.Explain(ServerSetting.Moderators))));
        Assert.Contains(ModeratorRig.Components(page), static component => Json.Number(component["type"]) == 6);

        var changed = await rig.SendAsync(rig.Picked(ModeratorId.Pick(ServerSetting.Moderators), "roles", ModeratorRig.Role));

        Assert.Contains($"<@&{ModeratorRig.Role}>", ModeratorRig.Shown(changed), StringComparison.Ordinal);
        Assert.Contains("lecture", ModeratorRig.Shown(await rig.SendAsync(rig.Command("library list"), Who.RoleHolder)), StringComparison.Ordinal);
        var forged = rig.Button(ModeratorId.Pick(ServerSetting.Moderators));
        forged["data"]!["values"] = new System.Text.Json.Nodes.JsonArray("840000000000000001");
        Assert.Contains("cannot be set so", ModeratorRig.Shown(await rig.SendAsync(forged)), StringComparison.Ordinal);
        Assert.Equal(ModeratorRig.Role, rig.Get<Bot.Library.Settings>().Get(Home).ModeratorRole);
    }

    [Fact]
    public async Task Asking_works_in_the_chosen_channels_and_their_threads_and_elsewhere_says_where()
    {
        await using var rig = await ModeratorRig.StartAsync();
        await rig.SendAsync(rig.Picked(ModeratorId.Pick(ServerSetting.Channels), "channels", "820000000000000009", "820000000000000008"));
        Assert.Contains(ModeratorRig.Components(await rig.SendAsync(rig.Button(ModeratorId.Write(new ModeratorRequest.Explain(ServerSetting.Channels))))), static component => Json.Objects(component["default_values"]).Count() == 2);

        var elsewhere = await rig.AskAsync(Question);
        Assert.True(ClioRig.IsPrivate(elsewhere));
        Assert.Contains("<#820000000000000009>", ModeratorRig.Shown(elsewhere), StringComparison.Ordinal);
        var found = await rig.SendAsync(Samples.MessageCommand(rig.Clio.NextId()), Who.Member);
        Assert.True(ClioRig.IsPrivate(found));

        var there = rig.Clio.AskCommand(Question);
        there["channel_id"] = "820000000000000009";
        there["channel"]!["id"] = "820000000000000009";
        var thread = rig.Clio.AskCommand(Question);
        thread["channel_id"] = "820000000000000077";
        thread["channel"]!["id"] = "820000000000000077";
        thread["channel"]!["parent_id"] = "820000000000000008";
        Assert.Contains("Amber", ModeratorRig.Shown(await rig.SendAsync(there, Who.Member)), StringComparison.Ordinal);
        Assert.Contains("Amber", ModeratorRig.Shown(await rig.SendAsync(thread, Who.Member)), StringComparison.Ordinal);
        Assert.Contains("Amber", ModeratorRig.Shown(await rig.AskAsync(Question, ModeratorRig.Elsewhere)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_answer_is_not_shared_where_nothing_is_asked()
    {
        await using var rig = await ModeratorRig.StartAsync();
        var answer = await rig.SendAsync(rig.Clio.AskCommand(Question, ("private", true)), Who.Member);
        await rig.SendAsync(rig.Picked(ModeratorId.Pick(ServerSetting.Channels), "channels", "820000000000000009"));

        var share = await rig.Clio.PressAsync(answer, "Share");

        Assert.True(ClioRig.IsPrivate(share));
        Assert.Contains("other channels", ModeratorRig.Shown(share), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Private_answers_the_number_of_passages_and_the_confidence_are_the_servers()
    {
        await using var rig = await ModeratorRig.StartAsync();
        await rig.PublishAsync("Sisters", "Seven sisters founded the town of Osk. Seven sisters also founded the abbey of Tarn.\n\nThe republic of Brill was founded by seven brothers, not by sisters.\n");
        await rig.SendAsync(rig.Command("settings set", ("private", true), ("excerpts", 1)));

        var answer = await rig.AskAsync(Question);
        Assert.True(ClioRig.IsPrivate(answer));
        Assert.DoesNotContain("Open 2", ClioRig.ButtonIds(answer).Keys);
        Assert.Contains(":2:", ClioRig.ButtonIds(answer)["▶"], StringComparison.Ordinal);
        Assert.False(ClioRig.IsPrivate(await rig.SendAsync(rig.Clio.AskCommand(Question, ("private", false)), Who.Member)));
        Assert.False(ClioRig.IsPrivate(await rig.AskAsync(Question, ModeratorRig.Elsewhere)));
    }

    [Fact]
    public async Task Members_are_held_to_the_servers_pace_and_moderators_are_not()
    {
        await using var rig = await ModeratorRig.StartAsync();
        await rig.SendAsync(rig.Command("settings set", ("per-minute", 1)));

        await rig.AskAsync(Question);
        Assert.Contains("a lot in a short time", ModeratorRig.Shown(await rig.AskAsync(Question)), StringComparison.Ordinal);
        Assert.Contains("Amber", ModeratorRig.Shown(await rig.AskAsync(Question, ModeratorRig.Elsewhere)), StringComparison.Ordinal);
        Assert.Contains("Amber", ModeratorRig.Shown(await rig.AskAsync(Question, who: Who.Administrator)), StringComparison.Ordinal);
    }
}
