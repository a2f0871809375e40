using Bot.Discord.Delivery.Gateway;
using Bot.Tests.FakeDiscord;

namespace Bot.Tests.Discord.Delivery;

public sealed class GatewayHeartbeatTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(12);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "13")]
    public async Task A_hundred_bots_spread_their_first_heartbeat_over_the_interval_and_keep_the_pace()
    {
        const int bots = 100;
        const int beats = 4;
        var interval = TimeSpan.FromMilliseconds(1000);
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.Chance = null;
        rig.Gateway.HeartbeatInterval = 1000;
        rig.Gateway.Penalties.WatchesIdentifySpacing = false;
        using var stopping = new CancellationTokenSource();
        var deliveries = Enumerable.Range(0, bots).Select(bot => rig.CreateBot(new GatewayOptions(), $"bot-{bot}")).ToList();
        var running = deliveries.Select(bot => Task.Run(() => bot.RunAsync(stopping.Token))).ToList();
        await rig.ReadyAsync(bots);
        var start = rig.Time.GetTimestamp();

        for (var sent = 0; sent < bots * beats;)
        {
            var due = rig.Time.Step();
            sent += due;
            await rig.LogAsync("LogAcknowledged", sent);
            await rig.WaitForTimerAsync(interval, due);
        }

        await stopping.CancelAsync();
        await Task.WhenAll(running);
        var times = rig.Frames(1).GroupBy(entry => entry.Headers["connection"])
            .Select(frames => frames.Select(frame => rig.Time.GetElapsedTime(start, frame.Timestamp).TotalMilliseconds).ToList()).ToList();
        var first = times.Select(frames => frames[0]).ToList();
        Assert.Equal(bots, times.Count);
        Assert.All(first, at => Assert.InRange(at, 0, 1000));
        Assert.InRange(first.Count(at => at < 100), 1, bots / 4);
        Assert.InRange(first.Count(at => at > 900), 1, bots / 4);
        Assert.All(times.SelectMany(frames => frames.Zip(frames.Skip(1), (one, next) => next - one)), gap => Assert.InRange(gap, 950, 1050));
        Assert.Equal(bots, rig.Gateway.Connections.Count);
        deliveries.ForEach(bot => bot.Dispose());
    }

    [Fact]
    [Trait("Rule", "14")]
    public async Task A_heartbeat_carries_the_last_sequence_number_or_null()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.Gateway.Script(async (connection, stop) =>
        {
            await connection.HelloAsync();
            await connection.ExpectAsync(2, stop);
        });

        rig.StartBot();
        await rig.FrameAsync(1, 2);
        var connection = rig.Gateway.Connections[0];
        await connection.AskHeartbeatAsync();
        var before = await rig.FrameAsync(1, 1);
        await connection.SendAsync("""{"op":0,"s":7,"t":"X","d":{}}""");
        await connection.SendAsync("""{"op":0,"s":null,"t":"X","d":{}}""");
        await connection.AskHeartbeatAsync();
        var after = await rig.FrameAsync(1, 1, 2);

        Assert.Equal("""{"op":1,"d":null}""", before.Body);
        Assert.Equal("""{"op":1,"d":7}""", after.Body);
    }

    [Fact]
    [Trait("Rule", "15")]
    public async Task A_requested_heartbeat_is_sent_at_once_and_the_schedule_goes_on()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.Gateway.HeartbeatInterval = 12_000;

        rig.StartBot();
        await rig.ReadyAsync();
        var connection = rig.Gateway.Connections[0];
        await rig.BeatAsync(connection, Interval / 2);
        rig.Time.Advance(TimeSpan.FromSeconds(3));
        await connection.AskHeartbeatAsync();
        await rig.FrameAsync(1, 1, 2);
        await rig.LogAsync("LogAcknowledged", 2);
        await rig.BeatAsync(connection, TimeSpan.FromSeconds(9));
        await rig.BeatAsync(connection, Interval);

        var beats = rig.Frames(1);
        Assert.Equal([3, 9, 12], beats.Zip(beats.Skip(1), (one, next) => rig.Time.GetElapsedTime(one.Timestamp, next.Timestamp).TotalSeconds));
        Assert.Single(rig.Gateway.Connections);
    }

    [Fact]
    [Trait("Rule", "16")]
    [Trait("Rule", "17")]
    public async Task A_missing_acknowledgement_ends_the_connection_at_the_next_heartbeat_and_not_the_one_after_it()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.Gateway.HeartbeatInterval = 12_000;

        rig.StartBot();
        await rig.ReadyAsync();
        var silent = rig.Gateway.Connections[0];
        silent.Acknowledges = false;
        await rig.BeatAsync(silent, Interval / 2);
        await rig.AdvanceToTimerAsync(Interval);
        var close = await rig.CloseAsync(1);
        await rig.ConnectedAsync(2);
        var next = rig.Gateway.Connections[1];
        await rig.BeatAsync(next, Interval / 2);
        await rig.BeatAsync(next, Interval);
        await rig.BeatAsync(next, Interval);

        Assert.Equal("4000", close.Subject);
        Assert.StartsWith(FakeGateway.ResumePath, next.Path, StringComparison.Ordinal);
        Assert.Single(rig.Frames(6));
        Assert.Single(rig.Frames(2));
        Assert.Equal(2, rig.Gateway.Connections.Count);
        Assert.Single(rig.Journal.Entries, entry => entry.Kind == "frame-in" && entry.Subject == "op 1" && entry.Headers["connection"] == "1");
    }

    [Fact]
    [Trait("Rule", "18")]
    public async Task A_handler_that_blocks_and_one_that_throws_disturb_neither_heartbeats_nor_others()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.Gateway.HeartbeatInterval = 12_000;
        using var blocked = new ManualResetEventSlim();
        var blocking = Task.CompletedTask;
        rig.Sink = interaction =>
        {
            switch (interaction.GetProperty("id").GetString())
            {
                case "blocks":
                    blocking = Task.Run(blocked.Wait);
                    return true;
                case "throws":
                    throw new InvalidOperationException("a handler's bug");
                case "refused":
                    return false;
                default:
                    return true;
            }
        };

        rig.StartBot();
        await rig.ReadyAsync();
        var connection = rig.Gateway.Connections[0];
        foreach (var id in (string[])["blocks", "throws", "refused", "next"])
        {
            await connection.InteractionAsync(id);
        }

        await rig.BeatAsync(connection, Interval / 2);
        await rig.BeatAsync(connection, Interval);
        await rig.CaughtUpAsync(connection);

        Assert.Equal(["blocks", "throws", "refused", "next"], rig.Handled.Take(4));
        Assert.False(blocking.IsCompleted);
        Assert.Single(rig.Gateway.Connections);
        blocked.Set();
        await blocking;
    }

    [Fact]
    [Trait("Rule", "19")]
    public async Task Requested_heartbeats_never_exceed_the_send_limit()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.Gateway.HeartbeatInterval = 12_000;

        rig.StartBot();
        await rig.ReadyAsync();
        var connection = rig.Gateway.Connections[0];
        for (var ask = 0; ask < 300; ask++)
        {
            await connection.AskHeartbeatAsync();
        }

        // The IDENTIFY and 114 answers; five more are kept for the regular ones.
        await rig.CaughtUpAsync(connection);
        await rig.LogAsync("LogAcknowledged", 114);
        await rig.BeatAsync(connection, Interval / 2);
        await rig.BeatAsync(connection, Interval);

        Assert.InRange(rig.Gateway.Penalties.MostSendsInAMinute, 117, 120);
        Assert.Single(rig.Gateway.Connections);
    }

    [Fact]
    [Trait("Rule", "19")]
    public async Task A_hasty_interval_never_exceeds_the_send_limit_and_held_back_heartbeats_are_not_missed()
    {
        var interval = TimeSpan.FromMilliseconds(100);
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.Gateway.HeartbeatInterval = 100;

        rig.StartBot();
        await rig.ReadyAsync();
        var connection = rig.Gateway.Connections[0];
        await rig.BeatAsync(connection, interval / 2);
        while (rig.Frames(1).Count < 118)
        {
            await rig.BeatAsync(connection, interval);
        }

        for (var heldBack = 0; heldBack < 100; heldBack++)
        {
            await rig.AdvanceToTimerAsync(interval);
        }

        await rig.CaughtUpAsync(connection);
        Assert.InRange(rig.Gateway.Penalties.MostSendsInAMinute, 119, 120);
        Assert.Single(rig.Gateway.Connections);
    }
}
