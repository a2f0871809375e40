using System.Text.Json;

namespace Bot.Discord.Protocol;

/// <summary>What we keep of READY. The rest of it, and everything that Discord adds later, is skipped.</summary>
/// <param name="ResumeGatewayUrl">Where RESUME goes; null if Discord left it out.</param>
internal sealed record GatewayReady(string SessionId, string? ResumeGatewayUrl, ReadyEvent Event)
{
    /// <summary>Null if the body has no session id: such a session works until it drops and cannot be resumed.</summary>
    public static GatewayReady? Read(JsonElement body)
    {
        if (Text(body, "session_id") is not { } session)
        {
            return null;
        }

        var guilds = new List<string>();
        if (Member(body, "guilds") is { ValueKind: JsonValueKind.Array } list)
        {
            guilds.AddRange(list.EnumerateArray().Select(guild => Text(guild, "id")).OfType<string>());
        }

        var application = Member(body, "application") is { } found ? Text(found, "id") : null;
        return new GatewayReady(session, Text(body, "resume_gateway_url"), new ReadyEvent(application ?? "", guilds));
    }

    private static JsonElement? Member(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement body, string name) =>
        Member(body, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
}
