using System.Net;
using System.Net.Sockets;
using Bot.Discord.Delivery.Gateway;
using Bot.Tests.FakeDiscord;

namespace Bot.Tests.Discord.Delivery;

public sealed class GatewayResumeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "20")]
    public async Task Op_7_resumes_at_the_resume_address_with_the_same_parameters()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);

        rig.StartBot();
        await rig.ReadyAsync();
        await rig.Gateway.Connections[0].ReconnectAsync();
        await rig.ConnectedAsync(2);

        Assert.Equal("4000", (await rig.CloseAsync(1)).Subject);
        Assert.Equal("/gw-resume/session-1?v=10&encoding=json", (await rig.NthAsync(2, entry => entry.Kind == "connect")).Subject);
        Assert.Equal(
            $$$"""{"op":6,"d":{"token":"{{{FakeGatewayRig.Token}}}","session_id":"session-1","seq":1}}""",
            Assert.Single(rig.Frames(6)).Body);
        Assert.Single(rig.Frames(2));
        Assert.Single(rig.Journal.Entries, entry => entry.Kind == "rest");
        Assert.Single(rig.Journal.Entries, entry => entry.Kind == "ready");
    }

    [Fact]
    [Trait("Rule", "21")]
    public async Task Op_7_instead_of_HELLO_leads_to_one_IDENTIFY_on_the_gateway_address()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.Gateway.Script((connection, _) => connection.ReconnectAsync());

        rig.StartBot();
        await rig.ReconnectedAsync(1);
        await rig.FrameAsync(2, 2);

        Assert.Equal([FakeGateway.Path, FakeGateway.Path], rig.Gateway.Connections.Select(connection => connection.Path));
        Assert.Single(rig.Frames(2));
        Assert.Equal("4000", (await rig.CloseAsync(1)).Subject);
    }

    [Fact]
    [Trait("Rule", "22")]
    public async Task Replayed_events_are_handled_once_and_counted_even_without_RESUMED()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.StartBot();
        await rig.ReadyAsync();
        var session = rig.Gateway.Connections[0].Session!;
        rig.Gateway.Script(async (connection, stop) =>
        {
            await connection.HelloAsync();
            var resume = await connection.ExpectAsync(6, stop);
            foreach (var frame in session.After(resume.GetProperty("seq").GetInt64()))
            {
                await connection.SendAsync(frame);
            }
        });

        await MissThreeAsync(rig.Gateway.Connections[0]);

        await rig.NthAsync(3, entry => entry.Kind == "interaction");
        rig.Gateway.Connections[1].Reset();
        await rig.ReconnectedAsync(2);

        Assert.Equal(["a", "b", "c"], rig.Handled);
        Assert.Contains("\"seq\":4", (await rig.FrameAsync(3, 6)).Body, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "22")]
    public async Task A_whole_replay_is_handled_in_order_and_RESUMED_is_counted()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.StartBot();
        await rig.ReadyAsync();

        await MissThreeAsync(rig.Gateway.Connections[0]);

        await rig.ConnectedAsync(2);
        await rig.Gateway.Connections[1].AskHeartbeatAsync();

        Assert.Equal("""{"op":1,"d":5}""", (await rig.FrameAsync(2, 1)).Body);
        Assert.Equal(["a", "b", "c"], rig.Handled);
    }

    [Fact]
    [Trait("Rule", "23")]
    public async Task A_drop_in_the_middle_of_a_replay_resumes_where_it_dropped()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.StartBot();
        await rig.ReadyAsync();
        var session = rig.Gateway.Connections[0].Session!;
        rig.Gateway.Script(async (connection, stop) =>
        {
            await connection.HelloAsync();
            var resume = await connection.ExpectAsync(6, stop);
            await connection.SendAsync(session.After(resume.GetProperty("seq").GetInt64())[0]);
        });

        await MissThreeAsync(rig.Gateway.Connections[0]);

        await rig.NthAsync(1, entry => entry.Kind == "interaction");
        rig.Gateway.Connections[1].Reset();
        await rig.ReconnectedAsync(2);

        Assert.Contains("\"seq\":2", (await rig.FrameAsync(3, 6)).Body, StringComparison.Ordinal);
        Assert.Equal(["a", "b", "c"], rig.Handled);
    }

    [Theory]
    [Trait("Rule", "24")]
    [InlineData(0.0, 1)]
    [InlineData(0.5, 3)]
    [InlineData(0.999, 4.996)]
    public async Task Op_9_after_RESUME_begins_a_new_session_on_the_gateway_address_after_one_to_five_seconds(double chance, double seconds)
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.Gateway.HeartbeatInterval = 300_000;
        rig.StartBot(new GatewayOptions { StableAfter = 10 });
        await rig.ReadyAsync();

        // A session that has been stable: nothing but op 9 is to blame for the wait.
        rig.Time.Advance(TimeSpan.FromSeconds(10));
        rig.Chance = chance;
        rig.Gateway.Forget(rig.Gateway.Connections[0].Session!);
        rig.Gateway.Script(FakeGateway.FriendlyAsync);
        rig.Gateway.Script(async (connection, stop) =>
        {
            await connection.HelloAsync();
            await connection.ExpectAsync(2, stop);
        });
        rig.Gateway.Connections[0].Reset();
        var wait = await rig.SkipWaitAsync();
        await rig.FrameAsync(3, 2);
        await rig.Gateway.Connections[2].AskHeartbeatAsync();
        var beat = await rig.FrameAsync(3, 1);

        Assert.Equal(seconds, wait.TotalSeconds, 3);
        Assert.Equal("4000", (await rig.CloseAsync(2)).Subject);
        Assert.Equal(FakeGateway.Path, rig.Gateway.Connections[2].Path);
        Assert.Equal("""{"op":1,"d":null}""", beat.Body);
    }

    [Fact]
    [Trait("Rule", "25")]
    public async Task Op_9_that_allows_it_resumes_on_a_new_connection()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);

        rig.StartBot();
        await rig.ReadyAsync();
        await rig.Gateway.Connections[0].InvalidSessionAsync(resumable: true);
        await rig.ConnectedAsync(2);

        Assert.Single(rig.Frames(2));
        Assert.Single(rig.Frames(6));
        Assert.NotEqual("1000", (await rig.CloseAsync(1)).Subject);
    }

    [Theory]
    [Trait("Rule", "31")]
    [InlineData("refused")]
    [InlineData("tls")]
    [InlineData("503")]
    [InlineData("not an address")]
    public async Task A_resume_address_that_cannot_be_reached_is_given_up_after_three_attempts(string fault)
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.Gateway.ResumeAddress = fault switch
        {
            "refused" => $"ws://127.0.0.1:{FreePort()}/",
            "tls" => rig.Gateway.Origin.Replace("ws:", "wss:", StringComparison.Ordinal),
            "503" => null,
            _ => fault,
        };
        rig.Gateway.RefuseResumeWith = fault == "503" ? 503 : null;

        rig.StartBot();
        await rig.ReadyAsync();
        rig.Gateway.Connections[0].Reset();
        var pauses = await rig.ReconnectedAsync(2);

        Assert.Equal(FakeGateway.Path, rig.Gateway.Connections[1].Path);
        Assert.Equal(2, rig.Frames(2).Count);
        Assert.Empty(rig.Frames(6));
        Assert.InRange(pauses.Count, 1, 3);
        Assert.Equal(fault == "503" ? 3 : 0, rig.Gateway.Refused);
    }

    [Fact]
    [Trait("Rule", "32")]
    public async Task A_session_whose_RESUMEs_are_answered_by_bare_closes_is_given_up_after_three()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.Gateway.Otherwise = async (connection, stop) =>
        {
            await connection.HelloAsync();
            if ((await connection.NextAsync(stop)).GetProperty("op").GetInt32() == 6)
            {
                connection.Reset();
            }
            else
            {
                await connection.ReadyAsync();
            }
        };

        rig.StartBot();
        await rig.ReadyAsync();
        rig.Gateway.Connections[0].Reset();
        await rig.ReconnectedAsync(2);

        Assert.Equal(3, rig.Frames(6).Count);
        Assert.Equal(2, rig.Frames(2).Count);
        Assert.Equal(5, rig.Gateway.Connections.Count);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Three interactions, a to c, that reach nobody; then the connection breaks, and whatever comes next finds all three.</summary>
    private static async Task MissThreeAsync(FakeGatewayConnection connection)
    {
        var session = connection.Session!;
        session.Carrier = null;
        foreach (var id in (string[])["a", "b", "c"])
        {
            await FakeGateway.DispatchAsync(session, "INTERACTION_CREATE", $$"""{"id":"{{id}}"}""");
        }

        connection.Reset();
    }
}
