using System.Text.Json;
using Bot.Discord.Protocol;

namespace Bot.Discord.Delivery;

/// <summary>
/// Reads an interaction. Unknown members and kinds are no trouble; if a known member has a shape that we do not know, what
/// is needed to answer is read and the rest left out, for an answer "not understood" is better than silence.
/// </summary>
internal static class InteractionReader
{
    /// <summary>Null if there is not even an id and a token.</summary>
    public static Interaction? Read(JsonElement json)
    {
        try
        {
            return json.Deserialize(DiscordJson.Default.Interaction);
        }
        catch (JsonException)
        {
            return ReadEssentials(json);
        }
    }

    private static Interaction? ReadEssentials(JsonElement json)
    {
        var type = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("type", out var member)
            && member.ValueKind == JsonValueKind.Number && member.TryGetInt32(out var number)
                ? (InteractionType)number
                : InteractionType.Unknown;

        // A ping is answered by the connection that it came on, and needs neither.
        var fallback = type == InteractionType.Ping ? string.Empty : null;
        return (Text(json, "id") ?? fallback) is { } id && (Text(json, "token") ?? fallback) is { } token
            ? new Interaction { Id = id, Token = token, ApplicationId = Text(json, "application_id"), GuildId = Text(json, "guild_id"), Type = type }
            : null;
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
