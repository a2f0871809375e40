using System.Net;
using Bot.Discord.Delivery.Gateway;
using Bot.Tests.FakeDiscord;

namespace Bot.Tests.Discord.Delivery;

public sealed class GatewayOutageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "33")]
    public async Task A_failing_discovery_is_tried_again_until_it_returns()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.StartBot();
        await rig.ReadyAsync();
        rig.Time.Advance(TimeSpan.Zero);
        rig.Gateway.Discovery(() => throw new HttpRequestException("busy", null, HttpStatusCode.ServiceUnavailable));
        rig.Gateway.Discovery(() => throw new TaskCanceledException("timed out"));
        rig.Gateway.Discovery(() => throw new System.Text.Json.JsonException("not JSON"));
        rig.Gateway.Discovery(() => new(null!, 0, null));

        await rig.Gateway.Connections[0].CloseAsync(4009);
        var pauses = await rig.ReconnectedAsync(2);

        Assert.Equal(6, rig.Journal.Entries.Count(entry => entry.Kind == "rest"));
        Assert.Equal(5, pauses.Count);
        Assert.Equal(GatewayState.Connected, rig.Bot.Health.State);
    }

    [Fact]
    [Trait("Rule", "33")]
    public async Task A_discovery_that_fails_at_the_start_is_tried_again_and_said_in_the_health()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.Gateway.IsOutOfReach = true;

        rig.StartBot();
        await rig.SkipWaitAsync();
        await rig.SkipWaitAsync();
        var health = rig.Bot.Health;
        rig.Gateway.IsOutOfReach = false;
        await rig.ReconnectedAsync(1);

        Assert.Equal(GatewayState.Reconnecting, health.State);
        Assert.True(rig.Bot.Health.IsHealthy);
    }

    [Fact]
    [Trait("Rule", "33")]
    public async Task A_discovery_that_never_answers_is_given_up_after_thirty_seconds()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.StartBot();
        await rig.ReadyAsync();
        rig.Gateway.NextDiscoveryHangs = true;

        await rig.Gateway.Connections[0].CloseAsync(4009);
        await rig.SkipWaitAsync();
        await rig.AdvanceToTimerAsync(TimeSpan.FromSeconds(30));
        await rig.ReconnectedAsync(2);

        Assert.Equal(2, rig.Frames(2).Count);
    }

    [Fact]
    [Trait("Rule", "34")]
    public async Task After_half_an_hour_without_a_network_the_bot_is_back_within_the_cap_and_nothing_leaks()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        var sockets = new CountedSockets();
        rig.Sockets = sockets.Create;
        rig.Chance = null;
        rig.StartBot();
        await rig.ReadyAsync();
        var start = rig.Time.GetTimestamp();

        rig.Gateway.IsOutOfReach = true;
        rig.Gateway.Connections[0].Reset();
        while (rig.Time.GetElapsedTime(start) < TimeSpan.FromMinutes(30))
        {
            await rig.SkipWaitAsync();
        }

        await rig.PausedAsync();
        rig.Gateway.IsOutOfReach = false;
        var pauses = await rig.ReconnectedAsync(2);
        await rig.CaughtUpAsync(rig.Gateway.Live[0]);

        Assert.InRange(pauses.Max(), TimeSpan.Zero, TimeSpan.FromSeconds(60));
        Assert.Single(rig.Gateway.Live);
        Assert.Equal(1, sockets.Open);
        Assert.InRange(rig.Gateway.Penalties.Identifies, 2, 2);

        // One heartbeat and the watch for silence; nothing of the attempts that failed.
        Assert.Equal(2, rig.Time.Waits.Count);
        await rig.StopBotAsync();
        Assert.Equal(0, sockets.Open);
        Assert.Empty(rig.Time.Waits);
    }

    [Fact]
    [Trait("Rule", "34")]
    public async Task A_short_outage_costs_no_IDENTIFY()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.StartBot();
        await rig.ReadyAsync();
        var start = rig.Time.GetTimestamp();

        rig.Gateway.IsOutOfReach = true;
        rig.Gateway.Connections[0].Reset();
        while (rig.Time.GetElapsedTime(start) < TimeSpan.FromMinutes(2))
        {
            await rig.SkipWaitAsync();
        }

        rig.Gateway.IsOutOfReach = false;
        await rig.ReconnectedAsync(2);

        Assert.Single(rig.Frames(2));
        Assert.Single(rig.Frames(6));
    }

    private sealed class CountedSockets
    {
        private int open;

        public int Open => open;

        public IGatewaySocket Create()
        {
            Interlocked.Increment(ref open);
            return new Counted(new GatewaySocket(), () => Interlocked.Decrement(ref open));
        }

        private sealed class Counted(IGatewaySocket inner, Action disposed) : IGatewaySocket
        {
            public Task ConnectAsync(Uri address, CancellationToken cancellation) => inner.ConnectAsync(address, cancellation);

            public Task<GatewayMessage> ReceiveAsync(CancellationToken cancellation) => inner.ReceiveAsync(cancellation);

            public Task SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellation) => inner.SendAsync(frame, cancellation);

            public Task CloseAsync(int code, CancellationToken cancellation) => inner.CloseAsync(code, cancellation);

            public void Abort() => inner.Abort();

            public void Dispose()
            {
                inner.Dispose();
                disposed();
            }
        }
    }
}
