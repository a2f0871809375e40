using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Bot.DiscordNet;

/// <summary>What Discord.Net is connected to. All are called by several shards at once, and the actions must return at once.</summary>
public sealed record DiscordNetWiring
{
    /// <summary>Without the "Bot " prefix.</summary>
    public required string Token { get; init; }

    /// <summary>From 1; shard numbers begin at 0.</summary>
    public required int Shards { get; init; }

    /// <summary>A bit set as Discord documents it; 0 for interactions alone.</summary>
    public required int Intents { get; init; }

    /// <summary>IDENTIFYs allowed in five seconds.</summary>
    public required int MaxConcurrency { get; init; }

    /// <summary>Waits until the shard may identify; null = never again. What it throws is tried again.</summary>
    public required Func<int, CancellationToken, Task<IdentifyPermit?>> IdentifyAsync { get; init; }

    /// <summary>The JSON of GET /gateway/bot, which a client of several shards asks for once.</summary>
    public required Func<CancellationToken, Task<byte[]>> DiscoverAsync { get; init; }

    /// <summary>The address to connect to for one that Discord gave; null if it cannot be used.</summary>
    public required Func<string, Uri?> Address { get; init; }

    /// <summary>The body of INTERACTION_CREATE; not valid after the call.</summary>
    public required Action<int, JsonElement> Deliver { get; init; }

    /// <summary>The shard serves: the body of READY, or null after a resume. The body is not valid after the call.</summary>
    public required Action<int, JsonElement?> Established { get; init; }

    /// <summary>The shard's connection ended: with a close code, or without one and for a reason in words.</summary>
    public required Func<int, int?, string, AfterEnd> Ended { get; init; }

    public required TimeProvider Time { get; init; }

    public required ILogger Logger { get; init; }

    // The generated ToString of a record would print the token.
    public override string ToString() => nameof(DiscordNetWiring);
}
