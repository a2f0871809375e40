using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Tests.FakeDiscord.Oracle;

/// <summary>Reads JSON that may have any shape: what is not there or not of the kind asked for is nothing.</summary>
internal static class Json
{
    public static int CodePoints(string text) => text.EnumerateRunes().Count();

    /// <summary>Discord trims before it counts.</summary>
    public static int Length(JsonNode? node) => CodePoints((Text(node) ?? string.Empty).Trim());

    public static string? Text(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    public static int Number(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? (int)value.GetValue<double>() : 0;

    public static bool IsTrue(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    public static IEnumerable<JsonObject> Objects(JsonNode? node) => (node as JsonArray ?? []).OfType<JsonObject>();

    public static JsonNode? Member(JsonNode? node, string name) => (node as JsonObject)?[name];
}
