using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Protocol;

namespace Bot.Tests.FakeDiscord;

/// <summary>Interactions as Discord sends them.</summary>
internal static class Samples
{
    /// <summary>All interaction tokens begin so; no log may hold one.</summary>
    public const string TokenPrefix = "itoken-";

    public static JsonObject Command(long id, string question = "why?") => With(id, 2, new JsonObject
    {
        ["id"] = "910000000000000001",
        ["name"] = "ask",
        ["type"] = 1,
        ["options"] = new JsonArray(new JsonObject { ["name"] = "question", ["type"] = 3, ["value"] = question }),
    });

    public static JsonObject MessageCommand(long id) => With(id, 2, new JsonObject
    {
        ["id"] = "910000000000000002",
        ["name"] = "Find in lectures",
        ["type"] = 3,
        ["target_id"] = "55",
        ["resolved"] = new JsonObject { ["messages"] = new JsonObject { ["55"] = new JsonObject { ["id"] = "55", ["content"] = "Khrushchev fell in 1964" } } },
    });

    public static JsonObject Button(long id, string customId = "more:1")
    {
        var button = With(id, 3, new JsonObject { ["custom_id"] = customId, ["component_type"] = 2 });
        button["message"] = new JsonObject { ["id"] = "66", ["content"] = "", ["flags"] = 32768 };
        return button;
    }

    public static JsonObject Select(long id) =>
        With(id, 3, new JsonObject { ["custom_id"] = "choose", ["component_type"] = 3, ["values"] = new JsonArray("a") });

    public static JsonObject Autocomplete(long id, string typed = "kru") => With(id, 4, new JsonObject
    {
        ["id"] = "910000000000000001",
        ["name"] = "ask",
        ["type"] = 1,
        ["options"] = new JsonArray(new JsonObject { ["name"] = "question", ["type"] = 3, ["value"] = typed, ["focused"] = true }),
    });

    public static JsonObject Modal(long id) => With(id, 5, new JsonObject
    {
        ["custom_id"] = "form",
        ["components"] = new JsonArray(new JsonObject
        {
            ["component"] = new JsonObject { ["value"] = "typed", ["type"] = 4, ["id"] = 2, ["custom_id"] = "text" },
            ["id"] = 1,
            ["type"] = 18,
        }),
    });

    public static string Token(long id) => TokenPrefix + id.ToString(CultureInfo.InvariantCulture);

    public static Interaction Read(JsonObject json) => JsonSerializer.Deserialize(json.ToJsonString(), DiscordJson.Default.Interaction)!;

    public static JsonElement Element(JsonNode json) => JsonSerializer.SerializeToElement(json);

    private static JsonObject With(long id, int type, JsonObject data) => new()
    {
        ["id"] = id.ToString(CultureInfo.InvariantCulture),
        ["application_id"] = FakeRestApplication.Id,
        ["type"] = type,
        ["data"] = data,
        ["guild_id"] = "800000000000000001",
        ["channel"] = new JsonObject { ["id"] = "820000000000000001", ["type"] = 0 },
        ["channel_id"] = "820000000000000001",
        ["member"] = new JsonObject
        {
            ["user"] = new JsonObject { ["id"] = "830000000000000001", ["username"] = "reader", ["global_name"] = null },
            ["roles"] = new JsonArray("840000000000000001"),
            ["permissions"] = "2251799813685247",
        },
        ["token"] = Token(id),
        ["version"] = 1,
        ["locale"] = "en-GB",
        ["guild_locale"] = "en-US",
        ["entitlements"] = new JsonArray(),
        ["authorizing_integration_owners"] = new JsonObject { ["0"] = "800000000000000001" },
        ["context"] = 0,
        ["attachment_size_limit"] = 10485760,
        ["app_permissions"] = "562949953601536",
    };
}
