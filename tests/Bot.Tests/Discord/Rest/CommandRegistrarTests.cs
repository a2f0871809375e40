using System.Text.Json.Nodes;
using Bot.Discord.Protocol;
using Bot.Discord.Rest;
using Bot.Tests.FakeDiscord;
using Bot.Tests.FakeDiscord.Oracle;

namespace Bot.Tests.Discord.Rest;

public sealed class CommandRegistrarTests
{
    private const string App = FakeRestApplication.Id;

    private static readonly ApplicationCommand[] Commands =
    [
        new()
        {
            Name = "ask",
            Description = "Ask a question about the lectures",
            NameLocalizations = new Dictionary<string, string> { ["de"] = "frage", ["fr"] = "demander" },
            DescriptionLocalizations = new Dictionary<string, string> { ["de"] = "Stelle eine Frage" },
            Contexts = [InteractionContext.Guild, InteractionContext.BotDirectMessage, InteractionContext.PrivateChannel],
            IntegrationTypes = [IntegrationType.Guild, IntegrationType.User],
            Options =
            [
                new() { Type = OptionType.String, Name = "question", Description = "What?", Required = true, Autocomplete = true, MaxLength = 400 },
                new() { Type = OptionType.String, Name = "mode", Description = "How?", Choices = [CommandChoice.Of("Short", "short")] },
            ],
        },
        new()
        {
            Name = "reindex",
            Description = "Bring the index in step",
            DefaultMemberPermissions = (ulong)Permissions.ManageGuild,
            Contexts = [InteractionContext.Guild],
            IntegrationTypes = [IntegrationType.Guild],
            Options = [new() { Type = OptionType.Subcommand, Name = "run", Description = "Run", Options = [new() { Type = OptionType.Boolean, Name = "all", Description = "All" }] }],
        },
        new()
        {
            Type = CommandType.Message,
            Name = "Find in lectures",
            Contexts = [InteractionContext.Guild],
            IntegrationTypes = [IntegrationType.Guild],
        },
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("Rule", "73")]
    public async Task Unchanged_commands_are_not_put_again()
    {
        await using var rig = await RestRig.StartAsync();

        Assert.IsType<CommandSync.Replaced>(await SyncAsync(rig, Commands));
        Assert.IsType<CommandSync.Unchanged>(await SyncAsync(rig, Commands));
        Assert.IsType<CommandSync.Unchanged>(await SyncAsync(rig, [.. Commands.Reverse()]));

        Assert.Single(rig.Fake.RequestsTo("PUT", ""));
        Assert.All(rig.Fake.RequestsTo("GET", ""), request => Assert.EndsWith("?with_localizations=true", request.Subject));
    }

    [Fact, Trait("Rule", "73")]
    public async Task One_changed_word_puts_the_whole_list_once()
    {
        await using var rig = await RestRig.StartAsync();
        await SyncAsync(rig, Commands);
        foreach (var change in (Action<JsonObject>[])
            [
                command => command["description"] = "old words",
                command => command["description_localizations"]!["de"] = "alte Worte",
                command => command["options"]![0]!["description"] = "old",
                command => command["options"]![1]!["choices"]![0]!["name"] = "old",
                command => command["contexts"] = new JsonArray(0),
                command => command["default_member_permissions"] = "8",
                command => command["options"]!.AsArray().RemoveAt(1),
            ])
        {
            rig.Fake.Commands.Change(change);
            var before = rig.Fake.RequestsTo("PUT", "").Count;

            Assert.IsType<CommandSync.Replaced>(await SyncAsync(rig, Commands));
            Assert.IsType<CommandSync.Unchanged>(await SyncAsync(rig, Commands));

            Assert.Equal(before + 1, rig.Fake.RequestsTo("PUT", "").Count);
        }

        Assert.All(rig.Fake.RequestsTo("PUT", ""), put => Assert.Equal(3, JsonNode.Parse(put.Body)!.AsArray().Count));
    }

    [Fact, Trait("Rule", "74")]
    public async Task Permissions_are_a_number_and_a_guilds_commands_have_no_contexts()
    {
        await using var rig = await RestRig.StartAsync();

        await SyncAsync(rig, Commands);
        await rig.Get<CommandRegistrar>().SyncAsync(App, "800000000000000001", Commands, Cancellation);

        var puts = rig.Fake.RequestsTo("PUT", "").Select(put => JsonNode.Parse(put.Body)![1]!).ToList();
        Assert.All(puts, command => Assert.Equal(32, Json.Number(command["default_member_permissions"])));
        Assert.Equal("[0]", puts[0]["contexts"]!.ToJsonString());
        Assert.Null(puts[1]["contexts"]);
        Assert.Null(puts[1]["integration_types"]);
    }

    [Fact, Trait("Rule", "75")]
    public async Task Refused_commands_leave_the_old_ones_and_are_not_tried_again()
    {
        await using var rig = await RestRig.StartAsync();
        rig.Fake.Script("PUT", "/commands", new FakeRestAnswer(
            400, """{"code":50035,"message":"Invalid Form Body","errors":{"1":{"description":{"_errors":[{"code":"BASE_TYPE_BAD_LENGTH","message":"1 to 100"}]}}}}"""), times: 10);

        var refused = Assert.IsType<CommandSync.Refused>(await SyncAsync(rig, Commands));

        Assert.Contains("[1].description BASE_TYPE_BAD_LENGTH", refused.Reason);
        Assert.Contains(rig.Log.Lines, line => line.Text.Contains("[1].description", StringComparison.Ordinal));
        Assert.Single(rig.Fake.RequestsTo("PUT", ""));
    }

    [Fact, Trait("Rule", "75")]
    public async Task A_list_that_cannot_be_read_is_not_overwritten()
    {
        await using var rig = await RestRig.StartAsync();
        rig.Fake.Script("GET", "/commands", FakeRestAnswer.Error(403, 50001, "Missing Access"));

        Assert.IsType<CommandSync.Refused>(await SyncAsync(rig, Commands));

        Assert.Empty(rig.Fake.RequestsTo("PUT", ""));
    }

    private static Task<CommandSync> SyncAsync(RestRig rig, IReadOnlyList<ApplicationCommand> commands) =>
        rig.Get<CommandRegistrar>().SyncAsync(App, null, commands, Cancellation);
}
