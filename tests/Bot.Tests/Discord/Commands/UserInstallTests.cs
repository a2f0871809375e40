using System.Text.Json.Nodes;
using Bot.Tests.FakeDiscord;

namespace Bot.Tests.Discord.Commands;

/// <summary>Who brought Clio along into a server that did not install it, or writes to it directly.</summary>
public sealed class UserInstallTests
{
    private const string Question = "Why was Khrushchev removed from power?";

    public static TheoryData<bool> Places => [true, false];

    [Theory]
    [Trait("Rule", "58")]
    [MemberData(nameof(Places))]
    public async Task Commands_and_buttons_are_answered_from_the_shared_library_without_a_follow_up(bool isInServer)
    {
        await using var rig = await ClioRig.StartAsync();

        var answer = await rig.SendAsync(OfUser(rig.AskCommand(Question), isInServer));
        var answers = new List<JsonObject> { answer };
        foreach (var id in ClioRig.ButtonIds(answer).Values)
        {
            var button = Samples.Button(rig.NextId(), id);
            button["message"]!["embeds"] = answer["data"]!["embeds"]!.DeepClone();
            answers.Add(await rig.SendAsync(OfUser(button, isInServer)));
        }

        answers.Add(await rig.SendAsync(OfUser(rig.Command("lectures"), isInServer)));
        answers.Add(await rig.SendAsync(OfUser(Samples.MessageCommand(rig.NextId()), isInServer)));

        Assert.Contains("In October 1964", ClioRig.Description(answer), StringComparison.Ordinal);
        Assert.All(answers, static one => Assert.InRange(ClioRig.Description(one).Length, 1, 4_096));
        Assert.Empty(rig.Rest.RequestsTo("POST", "/webhooks/"));
    }

    [Fact]
    public async Task Nobody_is_a_moderator_where_Clio_is_not_installed()
    {
        using var empty = new TemporaryFolder();
        await using var rig = await ClioRig.StartAsync(("Library:Lectures", empty.Path));

        var answer = await rig.SendAsync(OfUser(rig.AskCommand(Question), isInServer: true));

        Assert.DoesNotContain("What to do first", ClioRig.Description(answer), StringComparison.Ordinal);
    }

    private static JsonObject OfUser(JsonObject interaction, bool isInServer)
    {
        interaction["authorizing_integration_owners"] = new JsonObject { ["1"] = ClioRig.Asker };
        interaction["context"] = isInServer ? 0 : 2;
        if (!isInServer)
        {
            var user = interaction["member"]!["user"]!.DeepClone();
            interaction.Remove("member");
            interaction.Remove("guild_id");
            interaction["user"] = user;
        }

        return interaction;
    }
}
