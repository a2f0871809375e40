using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Tests.FakeDiscord.Oracle;

namespace Bot.Tests.FakeDiscord;

/// <summary>What the fake knows about the app under test.</summary>
internal sealed class FakeRestApplication
{
    public const string Id = "700000000000000001";

    public JsonObject Self { get; } = new() { ["id"] = Id, ["name"] = "Clio", ["verify_key"] = new string('0', 64), ["interactions_endpoint_url"] = null };

    public JsonObject GatewayBot { get; } = new()
    {
        ["url"] = "ws://127.0.0.1:1/gw",
        ["shards"] = 1,
        ["session_start_limit"] = new JsonObject { ["total"] = 1000, ["remaining"] = 999, ["reset_after"] = 14_400_000, ["max_concurrency"] = 1 },
    };

    /// <summary>As many as Discord gives at once.</summary>
    public int GuildsPerPage { get; set; } = 200;

    public JsonArray GuildsAfter(string after) => new([.. Json.Objects(Guilds)
        .Where(guild => after.Length == 0 || NumberOf(guild) > ulong.Parse(after, CultureInfo.InvariantCulture)).OrderBy(NumberOf).Take(GuildsPerPage).Select(static guild => guild.DeepClone())]);

    private static ulong NumberOf(JsonObject guild) => ulong.Parse(guild["id"]!.GetValue<string>(), CultureInfo.InvariantCulture);

    public JsonArray Guilds { get; } = [new JsonObject { ["id"] = "800000000000000001", ["name"] = "History" }];
}
