namespace Bot.Discord.Protocol;

/// <summary>What Discord knows about the app itself (GET /applications/@me).</summary>
internal sealed record Application
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    /// <summary>The public key that signs HTTP interactions, in hex.</summary>
    public string? VerifyKey { get; init; }

    /// <summary>Set: interactions come by HTTP and the gateway gets none. Null: the other way round.</summary>
    public string? InteractionsEndpointUrl { get; init; }

    public int? ApproximateGuildCount { get; init; }
}
