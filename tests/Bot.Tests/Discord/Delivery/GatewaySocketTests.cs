using System.Collections.Concurrent;
using Bot.Tests.FakeDiscord;

namespace Bot.Tests.Discord.Delivery;

public sealed class GatewaySocketTests
{
    private const string Hello = """{"op":10,"d":{"heartbeat_interval":40000}}""";
    private const string Ready = """{"op":0,"s":1,"t":"READY","d":{"session_id":"one","resume_gateway_url":"ws://127.0.0.1/","application":{"id":"1"}}}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "16")]
    public async Task A_send_that_never_ends_ends_the_connection_and_not_the_bot()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        var sockets = Sockets(rig);
        rig.StartBot();
        var stuck = await SocketAsync(rig, sockets, 1);
        stuck.Say(Hello);
        stuck.Say(Ready);
        await rig.ReadyAsync();

        stuck.IsStuck = true;
        await rig.AdvanceToTimerAsync(TimeSpan.FromSeconds(20));
        await rig.AdvanceToTimerAsync(TimeSpan.FromSeconds(10));
        var next = await SocketAsync(rig, sockets, 2);
        next.Say(Hello);
        next.Say("""{"op":0,"s":2,"t":"RESUMED","d":{}}""");
        await rig.ConnectedAsync(2);

        Assert.Contains("\"op\":6", next.Sent[0], StringComparison.Ordinal);
        Assert.True(stuck.IsDisposed);
    }

    [Fact]
    [Trait("Rule", "9")]
    public async Task A_connection_that_is_never_established_is_given_up_after_twenty_seconds()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        var sockets = Sockets(rig, first => first.NeverConnects = true);

        rig.StartBot();
        await rig.AdvanceToTimerAsync(TimeSpan.FromSeconds(20));
        await rig.SkipWaitAsync();
        var next = await SocketAsync(rig, sockets, 2);
        next.Say(Hello);
        next.Say(Ready);
        await rig.ReadyAsync();

        Assert.Equal(0, rig.Gateway.Penalties.Identifies);
        Assert.Contains("\"op\":2", Assert.Single(next.Sent), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "35")]
    public async Task A_close_that_hangs_holds_a_stop_up_for_one_second()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        var sockets = Sockets(rig);
        rig.StartBot();
        var stuck = await SocketAsync(rig, sockets, 1);
        stuck.Say(Hello);
        stuck.Say(Ready);
        await rig.ReadyAsync();

        stuck.IsStuck = true;
        var stopping = rig.StopBotAsync();
        await rig.AdvanceToTimerAsync(TimeSpan.FromSeconds(1));
        await stopping;

        Assert.True(stuck.IsDisposed);
        Assert.True(File.Exists(Path.Combine(rig.Folder, "gateway-sessions.json")));
    }

    [Fact]
    public async Task A_message_beyond_the_limit_ends_the_connection_and_the_session_goes_on()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.StartBot();
        await rig.ReadyAsync();

        await rig.Gateway.Connections[0].SendAsync(new string(' ', (16 * 1024 * 1024) + 1));
        await rig.ConnectedAsync(2);

        Assert.Single(rig.Frames(6));
    }

    private static ConcurrentQueue<FakeGatewaySocket> Sockets(FakeGatewayRig rig, Action<FakeGatewaySocket>? first = null)
    {
        var sockets = new ConcurrentQueue<FakeGatewaySocket>();
        rig.Sockets = () =>
        {
            var socket = new FakeGatewaySocket();
            if (sockets.IsEmpty)
            {
                first?.Invoke(socket);
            }

            sockets.Enqueue(socket);
            rig.Journal.Add("socket", $"{sockets.Count}");
            return socket;
        };
        return sockets;
    }

    private static async Task<FakeGatewaySocket> SocketAsync(FakeGatewayRig rig, ConcurrentQueue<FakeGatewaySocket> sockets, int number)
    {
        await rig.NthAsync(number, entry => entry.Kind == "socket");
        return sockets.ElementAt(number - 1);
    }
}
