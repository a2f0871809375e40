using System.Globalization;
using System.Text.Json;

namespace Bot.DiscordNet;

/// <summary>Gateway frames, as far as Discord.Net is to see them.</summary>
internal static class Frames
{
    public const string Reconnect = """{"op":7,"s":null,"t":null,"d":null}""";

    public const string InvalidSession = """{"op":9,"s":null,"t":null,"d":false}""";

    /// <summary>Nothing but the number, which the library has to know for heartbeats and RESUME.</summary>
    public static string Counted(long number) => $$"""{"op":0,"s":{{number}},"t":"COUNTED","d":null}""";

    /// <summary>
    /// READY without guilds, so that none is cached, and with what the library cannot do without: where "user" or "private_channels"
    /// is missing, 3.16 gives up for good.
    /// </summary>
    public static string Ready(long? number, JsonElement body) =>
        $$$"""
        {"op":0,"s":{{{Number(number)}}},"t":"READY","d":{"v":10,"user":{"id":{{{Id(Member(body, "user"))}}} },"guilds":[],"private_channels":[],
        "session_id":{{{Raw(body, "session_id")}}},"resume_gateway_url":{{{Raw(body, "resume_gateway_url")}}},"application":{"id":{{{Id(Member(body, "application"))}}} } } }
        """;

    public static string Resumed(long? number) => $$$"""{"op":0,"s":{{{Number(number)}}},"t":"RESUMED","d":{}}""";

    public static JsonElement? Member(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) ? value : null;

    public static string? Text(JsonElement body, string name) =>
        Member(body, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static long? Number(JsonElement body, string name) =>
        Member(body, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : null;

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "null";

    private static string Raw(JsonElement body, string name) => Member(body, name) is { ValueKind: JsonValueKind.String } value ? value.GetRawText() : "null";

    private static string Id(JsonElement? owner) => owner is { } known && Text(known, "id") is { } id && ulong.TryParse(id, out _) ? $"\"{id}\"" : "\"0\"";
}
