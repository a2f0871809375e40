using System.Text.Json;

namespace Bot.Discord.Protocol;

/// <summary>One frame as the gateway sends it. Only dispatches (op 0) carry a sequence number and a type.</summary>
/// <param name="D">The body, a copy that outlives the frame; undefined where the frame has none.</param>
internal sealed record GatewayFrame(int Op, JsonElement D, long? S, string? T)
{
    public const int Dispatch = 0;
    public const int Heartbeat = 1;
    public const int Identify = 2;
    public const int Resume = 6;
    public const int Reconnect = 7;
    public const int InvalidSession = 9;
    public const int Hello = 10;
    public const int HeartbeatAcknowledged = 11;
}
