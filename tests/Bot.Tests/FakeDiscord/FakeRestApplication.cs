using System.Text.Json.Nodes;

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

    public JsonArray Guilds { get; } = [new JsonObject { ["id"] = "800000000000000001", ["name"] = "History" }];
}
