using System.Text.Json;

namespace Bot.Discord.Delivery.Gateway;

/// <summary>Interactions by gateway: all shards of the bot in one process.</summary>
internal sealed partial class GatewayDelivery(
    GatewayWiring wiring, GatewayStore store, GatewayOptions options, ILogger<GatewayDelivery> logger) : IGatewayDelivery, IDisposable
{
    private readonly CancellationTokenSource decommissioned = new();
    private readonly SilenceWatch silence = new(options, wiring.Time, logger);
    private volatile GatewayHealth beforeShards = new(GatewayState.Starting, "starting");
    private volatile IReadOnlyList<GatewayShard> shards = [];

    public GatewayHealth Health => shards is { Count: > 0 } running
        ? GatewayHealth.Of([.. running.Select(shard => shard.Health)])
        : beforeShards;

    /// <summary>
    /// Runs until it is stopped; once only. Cancelling keeps the sessions: what happens meanwhile is delivered to the process
    /// that starts next. A fault never ends it, a misconfiguration only shows in <see cref="Health"/>.
    /// </summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping, decommissioned.Token);
        try
        {
            await RunShardsAsync(ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
        }

        Keep(shards);
        LogStopped(shards.Count);
    }

    /// <summary>Stops for good: Discord forgets the sessions and shows the bot off line at once.</summary>
    public void Decommission() => decommissioned.Cancel();

    /// <summary>On a person's order: ends every session and begins new ones. One IDENTIFY a shard, from the reserve if need be.</summary>
    public void RenewSessions() => Renew(isUrgent: true);

    public void Dispose() => decommissioned.Dispose();

    private async Task RunShardsAsync(CancellationToken ending)
    {
        using var gate = new IdentifyGate(wiring, options, new IdentifyLedger(store, options, wiring.Time), logger);
        var saved = TakeSaved();
        if ((options.ShardCount ?? saved?.ShardCount ?? await new ShardCount(gate, wiring, options, logger).AskAsync(health => beforeShards = health, ending)) is not { } count)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, ending);
            return;
        }

        var heard = wiring with { Deliver = Deliver };
        shards =
        [
            .. Enumerable.Range(0, count).Select(number => new GatewayShard(
                new GatewayShardId(number, count),
                saved?.ShardCount == count ? saved.Sessions.FirstOrDefault(session => session.Shard == number) : null,
                gate, heard, options, () => decommissioned.IsCancellationRequested, logger)),
        ];

        // Started in order: the first to come to the gate is the first to identify.
        await Task.WhenAll([
            .. shards.Select(shard => shard.RunAsync(ending)),
            silence.RunAsync(stop => RenewSilentAsync(gate, stop), ending),
            Task.Delay(Timeout.InfiniteTimeSpan, ending)]);
    }

    private void Renew(bool isUrgent)
    {
        foreach (var shard in shards)
        {
            shard.Renew(isUrgent);
        }
    }

    // A session that may be fine is not given up for one that could not be begun.
    private async Task<bool> RenewSilentAsync(IdentifyGate gate, CancellationToken ending)
    {
        var isRenewing = Health.IsHealthy && await gate.CanSpareAsync(shards.Count, ending);
        if (isRenewing)
        {
            Renew(isUrgent: false);
        }

        return isRenewing;
    }

    private bool Deliver(JsonElement interaction)
    {
        silence.Heard();
        return wiring.Deliver(interaction);
    }

    private SavedSessions? TakeSaved()
    {
        var saved = store.TakeSessions();
        var age = wiring.Time.GetUtcNow() - saved?.SavedAt;
        return age <= TimeSpan.FromMinutes(options.ResumeWithin) ? saved : null;
    }

    private void Keep(IReadOnlyList<GatewayShard> stopped)
    {
        var sessions = stopped.Select(shard => shard.Save()).OfType<SavedSession>().ToList();
        if (sessions.Count > 0 && !decommissioned.IsCancellationRequested)
        {
            store.SaveSessions(new SavedSessions(wiring.Time.GetUtcNow(), stopped.Count, sessions));
        }
    }

    [LoggerMessage(LogLevel.Information, "Gateway stopped, {Shards} shards")]
    private partial void LogStopped(int shards);
}
