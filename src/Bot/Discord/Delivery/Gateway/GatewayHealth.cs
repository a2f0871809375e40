namespace Bot.Discord.Delivery.Gateway;

/// <param name="Reason">For people who run the bot: what is the case and what they can do about it.</param>
internal sealed record GatewayHealth(GatewayState State, string Reason)
{
    public bool IsHealthy => State == GatewayState.Connected;

    /// <summary>The worst of all shards speaks for the delivery.</summary>
    public static GatewayHealth Of(IReadOnlyList<GatewayHealth> shards)
    {
        if (shards.Count == 1)
        {
            return shards[0];
        }

        var worst = shards.MaxBy(shard => shard.State)!;
        return worst.IsHealthy
            ? new GatewayHealth(worst.State, $"{shards.Count} shards connected")
            : worst with { Reason = $"shard {shards.ToList().IndexOf(worst)} of {shards.Count}: {worst.Reason}" };
    }
}
