using Bot.Discord.Delivery.Gateway;
using Bot.Tests.FakeDiscord;

namespace Bot.Tests.Discord.Delivery;

public sealed class GatewayStopTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "35")]
    public async Task A_new_process_resumes_the_session_of_the_stopped_one()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.StartBot();
        await rig.ReadyAsync();
        var session = rig.Gateway.Connections[0].Session!;
        await rig.CaughtUpAsync(rig.Gateway.Connections[0]);

        await rig.StopBotAsync();
        await FakeGateway.DispatchAsync(session, "INTERACTION_CREATE", """{"id":"while away"}""");
        rig.Time.Advance(TimeSpan.FromSeconds(30));
        rig.StartBot();
        var ready = await rig.ReadyAsync(2);

        Assert.Equal("4000", (await rig.CloseAsync(1)).Subject);
        Assert.Contains("\"session_id\":\"session-1\",\"seq\":2", Assert.Single(rig.Frames(6)).Body, StringComparison.Ordinal);
        Assert.Single(rig.Frames(2));
        Assert.Single(rig.Journal.Entries, entry => entry.Kind == "rest");
        Assert.Equal("while away", rig.Handled[^1]);
        Assert.Equal("4711", ready.Subject);
    }

    [Fact]
    [Trait("Rule", "35")]
    public async Task A_decommission_ends_the_session()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.StartBot();
        await rig.ReadyAsync();

        rig.Bot.Decommission();
        await rig.StoppedAsync();
        await rig.StopBotAsync();
        rig.Time.Advance(TimeSpan.FromSeconds(30));
        rig.StartBot();
        await rig.ReadyAsync(2);

        Assert.Equal("1000", (await rig.CloseAsync(1)).Subject);
        Assert.Equal(2, rig.Frames(2).Count);
        Assert.Empty(rig.Frames(6));
    }

    [Theory]
    [Trait("Rule", "35")]
    [InlineData(6, "auto")]
    [InlineData(1, "2")]
    public async Task A_session_that_is_too_old_or_of_another_division_is_not_resumed(int minutes, string shards)
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.StartBot();
        await rig.ReadyAsync();

        await rig.StopBotAsync();
        rig.Time.Advance(TimeSpan.FromMinutes(minutes));
        rig.StartBot(new GatewayOptions { Shards = shards });
        await rig.ReadyAsync(2);

        Assert.Empty(rig.Frames(6));
    }

    [Fact]
    [Trait("Rule", "35")]
    public async Task Every_shard_is_resumed_and_a_crash_afterwards_brings_no_old_session_back()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.Gateway.Penalties.MaxConcurrency = 2;
        rig.StartBot(new GatewayOptions { Shards = "2" });
        await rig.ReadyAsync(2);

        await rig.StopBotAsync();
        Assert.True(File.Exists(Path.Combine(rig.Folder, "gateway-sessions.json")));
        rig.StartBot();
        await rig.ReadyAsync(4);

        Assert.Equal(2, rig.Frames(6).Count);
        Assert.Equal(2, rig.Frames(2).Count);
        Assert.False(File.Exists(Path.Combine(rig.Folder, "gateway-sessions.json")));
    }

    [Theory]
    [InlineData("frozen")]
    [InlineData("no HELLO")]
    [InlineData("no session")]
    public async Task A_stop_works_whatever_the_other_side_does(string fault)
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.Gateway.Script(async (connection, stop) =>
        {
            if (fault != "no HELLO")
            {
                await connection.HelloAsync();
                await connection.ExpectAsync(2, stop);
            }

            if (fault == "frozen")
            {
                connection.Freeze();
                await connection.ReadyAsync();
            }
        });

        rig.StartBot();
        await rig.ConnectionAsync(1);
        if (fault == "frozen")
        {
            await rig.ReadyAsync();
        }

        var stopping = rig.StopBotAsync();
        if (fault == "frozen")
        {
            await rig.AdvanceToTimerAsync(TimeSpan.FromSeconds(1));
        }

        await stopping;
        Assert.Empty(rig.Time.Waits);
    }

    [Fact]
    [Trait("Rule", "38")]
    public async Task A_forced_new_session_closes_and_identifies_once_on_the_gateway_address()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.Gateway.HeartbeatInterval = 300_000;
        rig.StartBot();
        await rig.ReadyAsync();
        rig.Time.Advance(TimeSpan.FromSeconds(60));

        rig.Bot.RenewSessions();
        await rig.ReadyAsync(2);

        Assert.Equal("1000", (await rig.CloseAsync(1)).Subject);
        Assert.Equal(FakeGateway.Path, rig.Gateway.Connections[1].Path);
        Assert.Equal(2, rig.Frames(2).Count);
        Assert.Empty(rig.Frames(6));
    }

    [Fact]
    [Trait("Rule", "38")]
    public async Task Silence_renews_the_session_and_each_time_without_effect_more_patiently()
    {
        var beat = TimeSpan.FromMinutes(5);
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.Gateway.HeartbeatInterval = 300_000;
        rig.StartBot(new GatewayOptions { SilenceLimit = 8 });
        await rig.ReadyAsync();
        var connection = rig.Gateway.Connections[0];
        await rig.BeatAsync(connection, beat / 2);
        await rig.CaughtUpAsync(connection);
        await rig.BeatAsync(connection, beat);

        // Eight minutes after the interaction: three and a half from now, in two parts, as the watch looks first when it began.
        await rig.AdvanceToTimerAsync(TimeSpan.FromMinutes(0.5));
        await rig.AdvanceToTimerAsync(TimeSpan.FromMinutes(2.5));
        await rig.ReadyAsync(2);
        await rig.WaitForTimerAsync(TimeSpan.FromMinutes(16));

        Assert.Equal(2, rig.Frames(2).Count);
        Assert.Empty(rig.Frames(6));
    }

    [Theory]
    [Trait("Rule", "6")]
    [InlineData("reserve")]
    [InlineData("unreachable")]
    public async Task Silence_gives_no_session_up_that_could_not_be_replaced(string fault)
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.Gateway.HeartbeatInterval = 300_000;
        rig.StartBot(new GatewayOptions { SilenceLimit = 2 });
        await rig.ReadyAsync();

        rig.Gateway.Discovery(() => fault == "reserve" ? rig.Gateway.Answer(remaining: 50) : throw new HttpRequestException("no route"));
        await rig.AdvanceToTimerAsync(TimeSpan.FromMinutes(2));
        await rig.WaitForTimerAsync(TimeSpan.FromMinutes(2));
        await rig.CaughtUpAsync(rig.Gateway.Connections[0]);

        Assert.Equal(2, rig.Journal.Entries.Count(entry => entry.Kind == "rest"));
        Assert.Single(rig.Gateway.Connections);
    }
}
