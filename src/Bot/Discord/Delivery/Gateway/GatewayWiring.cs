using System.Text.Json;
using Bot.Discord.Protocol;

namespace Bot.Discord.Delivery.Gateway;

/// <summary>What the gateway is connected to.</summary>
internal sealed record GatewayWiring
{
    /// <summary>Without the "Bot " prefix.</summary>
    public required string Token { get; init; }

    /// <summary>GET /gateway/bot. An <see cref="HttpRequestException"/> with status 401 stops the gateway; any other failure is tried again.</summary>
    public required Func<CancellationToken, Task<GatewayBot>> Discover { get; init; }

    /// <summary>Takes the body of INTERACTION_CREATE and returns at once; false = refused. Called by the reader, one at a time a shard.</summary>
    public required Func<JsonElement, bool> Deliver { get; init; }

    public required Action<ReadyEvent> Ready { get; init; }

    public required Func<IGatewaySocket> Sockets { get; init; }

    public required TimeProvider Time { get; init; }

    /// <summary>Uniform in [0, 1); called by several shards at once.</summary>
    public required Func<double> Random { get; init; }

    // The generated ToString of a record would print the token.
    public override string ToString() => nameof(GatewayWiring);
}
