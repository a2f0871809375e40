using System.Text.Json.Nodes;
using Bot.Chat.Moderation;
using Bot.Discord.Commands.Moderation;
using Bot.Library;
using Bot.Storage;
using Bot.Tests.FakeDiscord;

namespace Bot.Tests.Discord.Moderation;

/// <summary>Two servers and all that Discord can be made to ask: nothing of one is seen in the other, whatever ids are named there.</summary>
public sealed class SeparationTests
{
    private const string Secret = "General Ombra of Zentavia crossed the river Quill with nine thousand men. The harbour of Zentavia fell in spring.\n";

    [Fact]
    [Trait("Rule", "80")]
    [Trait("Rule", "82")]
    public async Task A_moderator_elsewhere_gets_nothing_by_any_id_of_this_server()
    {
        await using var rig = await ModeratorRig.StartAsync();
        var (home, other) = (ModeratorRig.Server(ModeratorRig.Home), ModeratorRig.Server(ModeratorRig.Elsewhere));
        var lecture = await rig.PublishAsync("Zentavia rising", Secret);
        var draft = await rig.SendAsync(rig.Add([rig.Attach("Zentavia draft.txt", Secret.Replace("Quill", "Ouse", StringComparison.Ordinal))]));
        rig.Get<AskedQuestions>().Asked(home, "5", "Where is Zentavia?", QuestionOutcome.NotFound, 0.1, null);
        rig.Get<SavedQuestions>().Add(home, "1", "Who crossed the Quill?", lecture);
        rig.Get<ServerNames>().Add(home, "1", "Zentavia = Zent");
        var answer = await rig.AskAsync("Who crossed the river Quill?");
        var before = rig.Get<AuditLog>().Page(home, 0, 100).Count;

        var ids = ModeratorRig.Components(draft).Concat(ModeratorRig.Components(answer)).Select(static component => component["custom_id"]!.GetValue<string>())
            .Append(ModeratorId.Write(new ModeratorRequest.Remove(lecture, IsSure: true))).Append(ModeratorId.Write(new ModeratorRequest.Remove(lecture, IsSure: false)))
            .Append(ModeratorId.Write(new ModeratorRequest.Restore(lecture, 1))).Append(ModeratorId.Write(new ModeratorRequest.Handled(1, 0))).ToList();
        var tries = ids.Select(id => Pressed(rig, id, answer))
            .Append(rig.Command("library show", ("lecture", lecture))).Append(rig.Command("library show", ("lecture", "Zentavia rising")))
            .Append(rig.Command("library remove", ("lecture", lecture))).Append(rig.Command("library export", ("lecture", lecture))).Append(rig.Command("library export"))
            .Append(rig.Command("library list")).Append(rig.Command("library history")).Append(rig.Command("questions add", ("question", "Who crossed?"), ("lecture", lecture)))
            .Append(rig.Command("questions remove", ("question", "1"))).Append(rig.Command("names remove", ("names", "Zentavia = Zent")))
            .Append(rig.Command("answers unanswered")).Append(rig.Command("answers feedback")).Append(rig.Command("answers stats")).Append(rig.Command("reindex status"))
            .Append(rig.Command("reindex run", ("all", true))).Append(rig.Command("settings show")).Append(rig.Clio.AskCommand("Who crossed the river Quill?")).Append(rig.Clio.Command("lectures"))
            .Append(rig.Add([rig.Attach("x.txt", "The bishop of Tarn counted his sheep.\n")], ("replaces", lecture)));
        foreach (var one in tries)
        {
            var name = one["data"]!.ToJsonString();
            var seen = await rig.SendAsync(one, Who.Administrator, ModeratorRig.Elsewhere, user: "830000000000000009");
            Assert.True(seen["data"]?["embeds"] is null || !ClioRig.Description(seen).Contains("Zentavia", StringComparison.OrdinalIgnoreCase), $"{name} → {seen}");
        }

        Assert.Empty(rig.Clio.Rest.Uploaded);
        Assert.Equal(before, rig.Get<AuditLog>().Page(home, 0, 100).Count);
        Assert.Equal("Who crossed the Quill?", Assert.Single(rig.Get<SavedQuestions>().All(home)).Question);
        Assert.NotEmpty(rig.Get<AskedQuestions>().Unanswered(home));
        Assert.Contains("Zentavia", ModeratorRig.Shown(await rig.AskAsync("Who crossed the river Quill?")), StringComparison.Ordinal);
        Assert.DoesNotContain(rig.Get<LectureShelf>().List(other, null, 0, 50).Lectures, static one => one.Title.Contains("Zentavia", StringComparison.Ordinal));
        Assert.Contains("Published", ModeratorRig.Shown(await rig.PressAsync(draft, "Publish")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_letter_typed_elsewhere_or_in_private_brings_up_a_title_heading_series_or_speaker()
    {
        await using var rig = await ModeratorRig.StartAsync();
        var draft = await rig.SendAsync(rig.Add([rig.Attach("quill.md", $"# Zentavia\n\n## Zentavia rising?\n\n{Secret}")], ("title", "Zentavia"), ("series", "Zentavia"), ("speaker", "Zentavia Smith")));
        await rig.PressAsync(draft, "Publish");
        (string Command, string Option)[] typed = [("library show", "lecture"), ("library remove", "lecture"), ("library restore", "lecture"), ("library add", "series"), ("library add", "speaker"), ("questions add", "lecture")];

        foreach (var (command, option) in typed)
        {
            Assert.NotEmpty((await rig.SendAsync(rig.Typing(command, option, "zent")))["data"]!["choices"]!.AsArray());
            Assert.Empty((await rig.SendAsync(rig.Typing(command, option, "zent"), guild: ModeratorRig.Elsewhere))["data"]!["choices"]!.AsArray());
        }

        foreach (var option in (string[])["question", "series", "speaker"])
        {
            var ask = Samples.Autocomplete(rig.Clio.NextId(), "zent");
            ask["data"]!["options"]![0]!["name"] = option;
            Assert.NotEmpty((await rig.SendAsync(ask.DeepClone().AsObject().With("id", rig.Clio.NextId()), Who.Member))["data"]!["choices"]!.AsArray());
            foreach (var who in (Who[])[Who.OtherServersMember, Who.DirectMessage, Who.UserInstall, Who.ForeignInstall])
            {
                Assert.Empty((await rig.SendAsync(ask.DeepClone().AsObject().With("id", rig.Clio.NextId()), who))["data"]!["choices"]!.AsArray());
            }
        }
    }

    [Fact]
    public async Task Statistics_settings_and_questions_are_each_servers_own()
    {
        await using var rig = await ModeratorRig.StartAsync();
        await rig.SendAsync(rig.Command("settings set", ("excerpts", 1), ("private", true)));
        await rig.AskAsync("Who painted the ceiling of the Sistine Chapel in Zentavia?");
        await Eventually.TrueAsync(() => rig.Get<AskedQuestions>().Unanswered(ModeratorRig.Server(ModeratorRig.Home)).Count == 1);

        Assert.Contains("1 asked", ModeratorRig.Shown(await rig.SendAsync(rig.Command("answers stats"))), StringComparison.Ordinal);
        Assert.DoesNotContain("1 asked", ModeratorRig.Shown(await rig.SendAsync(rig.Command("answers stats"), guild: ModeratorRig.Elsewhere)), StringComparison.Ordinal);
        Assert.DoesNotContain("Zentavia", ModeratorRig.Shown(await rig.SendAsync(rig.Command("answers unanswered"), guild: ModeratorRig.Elsewhere)), StringComparison.Ordinal);
        Assert.Contains("public", ModeratorRig.Shown(await rig.SendAsync(rig.Command("settings show"), guild: ModeratorRig.Elsewhere)), StringComparison.Ordinal);
        Assert.Contains("Nothing was changed so far", ModeratorRig.Shown(await rig.SendAsync(rig.Command("library history"), guild: ModeratorRig.Elsewhere)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_erases_itself_leaves_the_others_as_they_are()
    {
        await using var rig = await ModeratorRig.StartAsync();
        await rig.PublishAsync("The Quill", Secret);
        await rig.PublishAsync("The Quill", Secret, ModeratorRig.Elsewhere);

        var form = await rig.SendAsync(rig.Command("settings erase"));
        var id = form["data"]!["custom_id"]!.GetValue<string>();
        Assert.Contains("Nothing was erased", ModeratorRig.Shown(await rig.SendAsync(rig.Form(id, ("word", "no")))), StringComparison.Ordinal);
        Assert.Contains("Erased", ModeratorRig.Shown(await rig.SendAsync(rig.Form(id, ("word", "Erase")))), StringComparison.Ordinal);

        Assert.DoesNotContain("Ombra", ModeratorRig.Shown(await rig.AskAsync("Who crossed the river Quill?")), StringComparison.Ordinal);
        Assert.Contains("Ombra", ModeratorRig.Shown(await rig.AskAsync("Who crossed the river Quill?", ModeratorRig.Elsewhere)), StringComparison.Ordinal);
        Assert.Contains("Amber", ModeratorRig.Shown(await rig.AskAsync("Who founded the Republic of Amber?")), StringComparison.Ordinal);
    }

    private static JsonObject Pressed(ModeratorRig rig, string id, JsonObject answer)
    {
        var button = rig.Button(id);
        button["message"]!["embeds"] = answer["data"]!["embeds"]!.DeepClone();
        return button;
    }
}
