using System.Net;
using System.Text.Json;
using Bot.Discord.Delivery.Gateway;
using Bot.Discord.Protocol;
using Bot.DiscordNet;

namespace Bot.Discord.Delivery.DiscordNet;

/// <summary>
/// Interactions by gateway through Discord.Net: the library holds the connections, and what they cost, mean and lead to is decided by
/// the same parts as for our own client.
/// </summary>
internal sealed partial class DiscordNetDelivery(
    GatewayWiring wiring, GatewayStore store, GatewayOptions options, ILogger<DiscordNetDelivery> logger) : IGatewayDelivery
{
    private volatile GatewayHealth beforeShards = new(GatewayState.Starting, "starting");
    private volatile GatewayHealth[] shards = [];
    private volatile bool isStopping;

    public GatewayHealth Health => shards is { Length: > 0 } running ? GatewayHealth.Of(running) : beforeShards;

    public async Task RunAsync(CancellationToken stopping)
    {
        using var registration = stopping.Register(() => isStopping = true);
        var ledger = new IdentifyLedger(store, options, wiring.Time);
        using var gate = new IdentifyGate(wiring, options, ledger, logger);
        try
        {
            // Those of our own client: the library can take up none. So each start costs an IDENTIFY, a restart at once as well.
            store.ForgetSessions();
            if (ledger.Last + IdentifyGate.Spacing - wiring.Time.GetUtcNow() is { } early && early > TimeSpan.Zero)
            {
                await Task.Delay(early, wiring.Time, stopping);
            }

            if ((options.ShardCount ?? await new ShardCount(gate, wiring, options, logger).AskAsync(health => beforeShards = health, stopping)) is not { } count)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, stopping);
                return;
            }

            shards = [.. Enumerable.Repeat(beforeShards, count)];
            await new DiscordNetShards(Wiring(gate, count)).RunAsync(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }

        for (var shard = 0; shard < shards.Length; shard++)
        {
            Report(shard, GatewayState.Stopped, "stopped");
        }
    }

    private DiscordNetWiring Wiring(IdentifyGate gate, int count) => new()
    {
        Token = wiring.Token,
        Shards = count,
        Intents = options.Intents,
        // The gate keeps the distance for all of them; the library must only not be stricter.
        MaxConcurrency = Math.Max(1, count),
        IdentifyAsync = (shard, cancellation) => IdentifyAsync(gate, shard, cancellation),
        DiscoverAsync = async cancellation => JsonSerializer.SerializeToUtf8Bytes(WithLimit(await gate.DiscoverAsync(cancellation)), GatewayJson.Default.GatewayBot),
        Address = static given => GatewayAddress.TryCompose(given, out var address) ? address : null,
        Deliver = Deliver,
        Established = Establish,
        Ended = (shard, code, why) => End(gate, shard, code, why),
        Time = wiring.Time,
        Logger = logger,
    };

    /// <summary>The library cannot read an answer without it.</summary>
    private static GatewayBot WithLimit(GatewayBot bot) => bot.SessionStartLimit is null ? bot with { SessionStartLimit = new GatewaySessionStartLimit(1_000, 1_000, 0, 1) } : bot;

    private async Task<IdentifyPermit?> IdentifyAsync(IdentifyGate gate, int shard, CancellationToken cancellation)
    {
        try
        {
            var turn = await gate.WaitAsync(shard, urgent: false, reason => Report(shard, GatewayState.WaitingForBudget, reason), cancellation);
            if (turn is null)
            {
                Report(shard, GatewayState.Failed, gate.Refusal ?? "refused");
                return null;
            }

            return new IdentifyPermit(turn.Bot.Url, turn.Spend, turn.Dispose);
        }
        catch (HttpRequestException exception) when (exception.StatusCode == HttpStatusCode.Unauthorized)
        {
            gate.Refuse(GatewayVerdict.TokenRefused);
            Report(shard, GatewayState.Failed, GatewayVerdict.TokenRefused);
            return null;
        }
        catch (HttpRequestException)
        {
            Report(shard, GatewayState.Reconnecting, "Discord could not be asked for the gateway's address; trying again");
            throw;
        }
    }

    // The library's reader must survive what it calls; both calls return at once.
    private void Deliver(int shard, JsonElement interaction)
    {
        try
        {
            if (!wiring.Deliver(interaction))
            {
                LogRefused(shard);
            }
        }
        catch (Exception exception)
        {
            LogListenerFailed(exception, shard);
        }
    }

    private void Establish(int shard, JsonElement? ready)
    {
        Report(shard, GatewayState.Connected, "connected");
        try
        {
            if (ready is { } body)
            {
                wiring.Ready(GatewayReady.Read(body)?.Event ?? new ReadyEvent("", []));
            }
        }
        catch (Exception exception)
        {
            LogListenerFailed(exception, shard);
        }
    }

    private AfterEnd End(IdentifyGate gate, int shard, int? code, string why)
    {
        GatewayEnd end = code is { } known ? new GatewayEnd.Closed(known) : new GatewayEnd.Lost(why);
        switch (GatewayVerdict.After(end, identified: false, wiring.Random()))
        {
            case GatewayNext.Stop stop:
                gate.Refuse(stop.Reason);
                Report(shard, GatewayState.Failed, stop.Reason);
                return new AfterEnd(Stops: true, LosesSession: true, TimeSpan.Zero);
            case GatewayNext.Identify identify:
                Report(shard, GatewayState.Reconnecting, GatewayVerdict.Words(end));
                return new AfterEnd(Stops: false, LosesSession: true, identify.AtLeast);
            case GatewayNext.Resume resume:
                Report(shard, GatewayState.Reconnecting, GatewayVerdict.Words(end));
                return new AfterEnd(Stops: false, LosesSession: false, resume.AtLeast);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void Report(int shard, GatewayState state, string reason)
    {
        // What has failed for good stays so, and an end that we asked for is none to tell of.
        if (shards[shard].State == GatewayState.Failed || (isStopping && state != GatewayState.Stopped))
        {
            return;
        }

        shards[shard] = new GatewayHealth(state, reason);
        if (state == GatewayState.Failed)
        {
            LogFailed(shard, reason);
        }
        else
        {
            LogHealth(shard, state, reason);
        }
    }

    [LoggerMessage(LogLevel.Information, "Shard {Shard} is {State}: {Reason}")]
    private partial void LogHealth(int shard, GatewayState state, string reason);

    [LoggerMessage(LogLevel.Critical, "Shard {Shard} has failed for good: {Reason}")]
    private partial void LogFailed(int shard, string reason);

    [LoggerMessage(LogLevel.Warning, "Shard {Shard}: an interaction was refused, the queue is full")]
    private partial void LogRefused(int shard);

    [LoggerMessage(LogLevel.Error, "Shard {Shard}: a listener failed")]
    private partial void LogListenerFailed(Exception exception, int shard);
}
