using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Bot.DiscordNet;

/// <summary>What comes in: interactions go to us, what keeps the session alive to the library.</summary>
internal sealed partial class GatewaySocket
{
    private async Task ReceiveAsync(string text)
    {
        if (link is not { } carrier || Read(text) is not { } json)
        {
            return;
        }

        using (json)
        {
            var frame = json.RootElement;
            switch (Frames.Number(frame, "op"))
            {
                case 0:
                    await DispatchAsync(frame);
                    break;
                case 7:
                    carrier.Refused("Discord asked for a reconnect");
                    await ForwardAsync(text);
                    break;
                case 9 when Frames.Member(frame, "d") is { ValueKind: JsonValueKind.True }:
                    // The library takes it for the other kind.
                    carrier.Refused("Discord asked to resume the session");
                    await ForwardAsync(Frames.Reconnect);
                    break;
                case 9:
                    carrier.Refused("Discord declared the session invalid");
                    hasSession = false;
                    await ForwardAsync(text);
                    break;
                case 10 when Frames.Member(frame, "d") is { } hello && Frames.Number(hello, "heartbeat_interval") is > 0 and var interval:
                    await ForwardAsync(text);
                    carrier.Greeted(interval);
                    break;
                case 11:
                    carrier.Acknowledged();
                    await ForwardAsync(text);
                    break;
                case 1:
                    await ForwardAsync(text);
                    break;
                default:
                    LogOddity(shard);
                    break;
            }
        }
    }

    private async Task DispatchAsync(JsonElement frame)
    {
        var number = Frames.Number(frame, "s");
        var body = Frames.Member(frame, "d") ?? default;
        switch (Frames.Text(frame, "t"))
        {
            case "READY":
                hasSession = Frames.Text(body, "session_id") is not null;
                resumeAt = Frames.Text(body, "resume_gateway_url");
                await ForwardAsync(Frames.Ready(number, body));
                Establish(body);
                return;
            case "RESUMED":
                await ForwardAsync(Frames.Resumed(number));
                Establish(null);
                return;
            case "INTERACTION_CREATE" when body.ValueKind == JsonValueKind.Object:
                wiring.Deliver(shard, body);
                break;
        }

        if (number is { } counted)
        {
            await ForwardAsync(Frames.Counted(counted));
        }
    }

    private void Establish(JsonElement? ready)
    {
        (unopened, unresumed) = (0, 0);
        wiring.Established(shard, ready);
    }

    private JsonDocument? Read(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            LogOddity(shard);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Shard {Shard}: skipped a frame that makes no sense to us")]
    private partial void LogOddity(int shard);
}
