using Bot.Discord.Delivery.Gateway;
using Bot.Tests.FakeDiscord;

namespace Bot.Tests.Discord.Delivery;

public sealed class GatewayBudgetTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "5")]
    public async Task Without_remaining_identifies_the_bot_waits_for_the_reset()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.Gateway.Discovery(() => rig.Gateway.Answer(remaining: 0, resetAfter: 3000));

        rig.StartBot();
        var start = rig.Time.GetTimestamp();
        await rig.LogAsync("LogNoBudget");
        await rig.WaitForTimerAsync(TimeSpan.FromSeconds(3));
        var health = rig.Bot.Health;
        Assert.Empty(rig.Gateway.Connections);
        await rig.SkipWaitAsync();
        await rig.ReadyAsync();

        Assert.Equal(GatewayState.WaitingForBudget, health.State);
        Assert.Contains("waiting for identify budget", health.Reason, StringComparison.Ordinal);
        Assert.Equal(3, rig.Time.GetElapsedTime(start, rig.Frames(2)[0].Timestamp).TotalSeconds);
        Assert.Equal(GatewayState.Connected, rig.Bot.Health.State);
    }

    [Fact]
    [Trait("Rule", "6")]
    public async Task Below_the_reserve_only_a_person_may_spend_an_IDENTIFY()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.Gateway.Discovery(() => rig.Gateway.Answer(remaining: 49));
        rig.Gateway.Discovery(() => rig.Gateway.Answer(remaining: 49));

        rig.StartBot();
        var alert = await rig.LogAsync("LogNoBudget");
        await rig.WaitForTimerAsync(TimeSpan.FromHours(4));
        rig.Time.Advance(TimeSpan.FromHours(3));
        Assert.Empty(rig.Gateway.Connections);
        rig.Bot.RenewSessions();
        await rig.ReadyAsync();

        Assert.Equal("Error", alert.Headers["level"]);
        Assert.Single(rig.Frames(2));
    }

    [Fact]
    [Trait("Rule", "7")]
    public async Task Shards_of_one_group_identify_in_order_and_five_seconds_apart()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.Gateway.HeartbeatInterval = 300_000;

        rig.StartBot(new GatewayOptions { Shards = "2" });
        await rig.FrameAsync(1, 2);
        await rig.AdvanceToTimerAsync(TimeSpan.FromSeconds(5.25));
        await rig.FrameAsync(2, 2);
        await rig.ConnectedAsync(2);

        var identifies = rig.Frames(2);
        Assert.Contains("\"shard\":[0,2]", identifies[0].Body, StringComparison.Ordinal);
        Assert.Contains("\"shard\":[1,2]", identifies[1].Body, StringComparison.Ordinal);
        Assert.True(rig.Time.GetElapsedTime(identifies[0].Timestamp, identifies[1].Timestamp) >= TimeSpan.FromSeconds(5));
        Assert.Equal("2 shards connected", rig.Bot.Health.Reason);
    }

    [Fact]
    [Trait("Rule", "7")]
    public async Task Shards_of_different_groups_identify_side_by_side_and_auto_takes_the_recommended_count()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.Gateway.HeartbeatInterval = 300_000;
        rig.Gateway.Shards = 4;
        rig.Gateway.Penalties.MaxConcurrency = 2;

        rig.StartBot();
        await rig.ConnectedAsync(2);
        Assert.Equal(2, rig.Gateway.Connections.Count);
        await rig.WaitForTimerAsync(TimeSpan.FromSeconds(5.25), count: 2);
        rig.Time.Advance(TimeSpan.FromSeconds(5.25));
        await rig.ConnectedAsync(4);

        Assert.Equal(["[0,4]", "[1,4]"], Shards(rig).Take(2).Order());
        Assert.Equal(["[2,4]", "[3,4]"], Shards(rig).Skip(2).Order());
    }

    [Fact]
    [Trait("Rule", "26")]
    public async Task Op_9_after_IDENTIFY_is_followed_by_another_not_before_five_seconds_and_on_a_new_connection()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.Chance = 0;
        rig.Gateway.Script(RefuseAsync);

        rig.StartBot();
        await rig.ReconnectedAsync(1);

        var identifies = rig.Frames(2);
        Assert.True(rig.Time.GetElapsedTime(identifies[0].Timestamp, identifies[1].Timestamp) >= TimeSpan.FromSeconds(5));
        Assert.Equal(["1", "2"], identifies.Select(entry => entry.Headers["connection"]));
        Assert.Equal([FakeGateway.Path, FakeGateway.Path], rig.Gateway.Connections.Select(connection => connection.Path));
    }

    [Theory]
    [Trait("Rule", "27")]
    [InlineData(null)]
    [InlineData(0.0)]
    public async Task Endless_op_9_costs_fewer_than_500_identifies_a_day_and_a_stop_still_works(double? chance)
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.Chance = chance;
        rig.Gateway.Otherwise = RefuseAsync;
        var start = rig.Time.GetTimestamp();
        var pauses = new List<TimeSpan>();

        rig.StartBot();
        while (rig.Time.GetElapsedTime(start) < TimeSpan.FromHours(24))
        {
            pauses.Add(await rig.SkipWaitAsync());
        }

        await rig.StopBotAsync();
        var identifies = rig.Gateway.Penalties.MostIdentifiesInADay;
        TestContext.Current.SendDiagnosticMessage("{0} identifies in 24 hours", identifies);
        Assert.InRange(identifies, 100, 450);
        Assert.True(pauses.Skip(20).Max() > pauses.Take(3).Max());
        Assert.Empty(rig.Gateway.Live);
    }

    [Fact]
    [Trait("Rule", "27")]
    public async Task A_process_that_is_started_again_and_again_does_not_spend_the_day()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        var options = new GatewayOptions { DailyIdentifies = 20 };

        // Each start crashes at once: no session is kept.
        for (var start = 0; start < 10; start++)
        {
            rig.StartBot(options);
            await rig.ReadyAsync(start + 1);
            rig.Bot.Decommission();
            await rig.StopBotAsync();
            rig.Time.Advance(TimeSpan.FromSeconds(10));
        }

        rig.StartBot(options);
        var wait = await rig.SkipWaitAsync();
        await rig.ReadyAsync(11);

        Assert.InRange(wait, TimeSpan.FromHours(2.3), TimeSpan.FromHours(2.4));
    }

    [Fact]
    public void A_ledger_never_allows_more_than_its_limit_in_any_day_and_survives_restarts_and_a_damaged_file()
    {
        var folder = Directory.CreateTempSubdirectory("clio-ledger-").FullName;
        var time = new SteppedTime();
        var log = new FakeGatewayLog<GatewayDelivery>(new Journal(time));
        var store = new GatewayStore(folder, log);
        var options = new GatewayOptions { DailyIdentifies = 10 };
        var spent = new List<DateTimeOffset>();
        while (spent.Count < 40)
        {
            var ledger = new IdentifyLedger(store, options, time);
            time.Advance(ledger.Wait(promised: 0, urgent: spent.Count % 2 == 0));
            Assert.Equal(TimeSpan.Zero, ledger.Wait(promised: 0, urgent: true));
            ledger.Spend();
            spent.Add(time.GetUtcNow());
        }

        Assert.All(spent, start => Assert.InRange(spent.Count(at => at >= start && at < start + TimeSpan.FromHours(24)), 1, 10));
        File.WriteAllText(Path.Combine(folder, "gateway-identifies.json"), "[\"2027-");
        Assert.Equal(0, new IdentifyLedger(store, options, time).Spent);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task RefuseAsync(FakeGatewayConnection connection, CancellationToken stop)
    {
        await connection.HelloAsync();
        await connection.ExpectAsync(2, stop);
        await connection.InvalidSessionAsync(resumable: false);
    }

    private static IEnumerable<string> Shards(FakeGatewayRig rig) =>
        rig.Frames(2).Select(entry => entry.Body[(entry.Body.IndexOf("\"shard\":", StringComparison.Ordinal) + 8)..].TrimEnd('}'));
}
