using Bot.Discord.Delivery.Gateway;
using Bot.Tests.FakeDiscord;

namespace Bot.Tests.Discord.Delivery;

public sealed class GatewayCloseTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [Trait("Rule", "28")]
    [InlineData("reset")]
    [InlineData("none")]
    [InlineData("1000")]
    [InlineData("1001")]
    [InlineData("1012")]
    [InlineData("4000")]
    [InlineData("4001")]
    [InlineData("4002")]
    [InlineData("4005")]
    [InlineData("4242")]
    public async Task These_ends_are_resumed_at_once(string end)
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);

        rig.StartBot();
        await rig.ReadyAsync();
        await EndAsync(rig.Gateway.Connections[0], end);
        await rig.ConnectedAsync(2);

        Assert.Single(rig.Frames(6));
        Assert.Single(rig.Frames(2));
    }

    [Fact]
    [Trait("Rule", "28")]
    public async Task Too_many_sends_are_resumed_after_the_window_has_passed()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);

        rig.StartBot();
        await rig.ReadyAsync();
        await rig.Gateway.Connections[0].CloseAsync(4008);
        var pauses = await rig.ReconnectedAsync(2);

        Assert.Equal([TimeSpan.FromSeconds(60)], pauses);
        Assert.Single(rig.Frames(6));
    }

    [Theory]
    [Trait("Rule", "29")]
    [InlineData(4003)]
    [InlineData(4006)]
    [InlineData(4007)]
    [InlineData(4009)]
    public async Task These_codes_begin_a_new_session_on_the_gateway_address(int code)
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);

        rig.StartBot();
        await rig.ReadyAsync();
        await rig.Gateway.Connections[0].CloseAsync(code);
        await rig.ReconnectedAsync(2);

        Assert.Equal(2, rig.Frames(2).Count);
        Assert.Empty(rig.Frames(6));
        Assert.Equal(FakeGateway.Path, rig.Gateway.Connections[1].Path);
    }

    [Theory]
    [Trait("Rule", "30")]
    [InlineData(4004)]
    [InlineData(4010)]
    [InlineData(4011)]
    [InlineData(4012)]
    [InlineData(4013)]
    [InlineData(4014)]
    public async Task These_codes_stop_the_gateway_and_not_the_process(int code)
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.Gateway.Script(async (connection, stop) =>
        {
            await connection.HelloAsync();
            await connection.ExpectAsync(2, stop);
            await connection.CloseAsync(code);
        });

        rig.StartBot();
        await rig.LogAsync("LogFailed");
        rig.Time.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(GatewayState.Failed, rig.Bot.Health.State);
        Assert.Contains($"{code}", rig.Bot.Health.Reason, StringComparison.Ordinal);
        Assert.False(rig.StoppedAsync().IsCompleted);
        Assert.Single(rig.Gateway.Connections);
        Assert.DoesNotContain(rig.Time.Waits, wait => wait < TimeSpan.FromHours(1));
    }

    [Fact]
    [Trait("Rule", "30")]
    public async Task A_fatal_code_of_one_shard_keeps_the_others_from_trying()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.Gateway.Script(async (connection, stop) =>
        {
            await connection.HelloAsync();
            await connection.ExpectAsync(2, stop);
            await connection.CloseAsync(4004);
        });

        rig.StartBot(new GatewayOptions { Shards = "3" });
        await rig.LogAsync("LogFailed");

        // The others may be waiting for their turn to identify by now, or see the failure before they do.
        var failed = rig.LogAsync("LogFailed", 3);
        if (await Task.WhenAny(failed, rig.WaitForTimerAsync(TimeSpan.FromSeconds(5.25))) != failed)
        {
            rig.Time.Advance(TimeSpan.FromSeconds(5.25));
        }

        await failed;

        Assert.Single(rig.Gateway.Connections);
        Assert.Contains("4004", rig.Bot.Health.Reason, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "30")]
    public async Task A_refused_token_stops_the_gateway_before_it_connects()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.Gateway.Discovery(() => throw new HttpRequestException("no", null, System.Net.HttpStatusCode.Unauthorized));

        rig.StartBot();
        await rig.LogAsync("LogTokenRefused");
        rig.Time.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(GatewayState.Failed, rig.Bot.Health.State);
        Assert.Contains("Discord:Token", rig.Bot.Health.Reason, StringComparison.Ordinal);
        Assert.Single(rig.Journal.Entries, entry => entry.Kind == "rest");
    }

    private static async Task EndAsync(FakeGatewayConnection connection, string end)
    {
        switch (end)
        {
            case "reset":
                connection.Reset();
                break;
            case "none":
                await connection.CloseAsync(null);
                break;
            default:
                await connection.CloseAsync(int.Parse(end));
                break;
        }
    }
}
