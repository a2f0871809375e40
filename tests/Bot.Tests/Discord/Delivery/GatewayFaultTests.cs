using Bot.Tests.FakeDiscord;

namespace Bot.Tests.Discord.Delivery;

public sealed class GatewayFaultTests
{
    private const int FaultsAScript = 6;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(12);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task After_any_script_of_faults_every_interaction_of_a_living_session_was_handled_once_and_one_socket_is_open(int seed)
    {
        var random = new Random(seed);
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.Gateway.HeartbeatInterval = (int)Interval.TotalMilliseconds;
        var expected = new List<string>();
        rig.StartBot();
        await rig.ReadyAsync();

        for (var fault = 1; fault <= FaultsAScript; fault++)
        {
            var connection = Assert.Single(rig.Gateway.Live);
            await AskAsync(connection.Session!, expected);
            await rig.NthAsync(expected.Count, entry => entry.Kind == "interaction");
            var survives = await BreakAsync(rig, connection, random);
            if (survives)
            {
                // Asked while nobody listens, or while the connection is about to go: the replay brings it.
                await AskAsync(connection.Session!, expected);
            }

            await rig.ReconnectedAsync(fault + 1);
            await Task.WhenAll(rig.Gateway.Connections.SkipLast(1).Select(former => former.Gone)).WaitAsync(rig.Limit);
        }

        await rig.NthAsync(expected.Count, entry => entry.Kind == "interaction");
        Assert.Equal(expected, rig.Handled);
        Assert.Single(rig.Gateway.Live);
        Assert.InRange(rig.Gateway.Penalties.Identifies, 1, FaultsAScript + 1);
    }

    private static Task AskAsync(FakeGatewaySession session, List<string> expected)
    {
        expected.Add($"{expected.Count + 1}");
        return FakeGateway.DispatchAsync(session, "INTERACTION_CREATE", $$"""{"id":"{{expected[^1]}}"}""");
    }

    /// <summary>True if the session outlives it.</summary>
    private static async Task<bool> BreakAsync(FakeGatewayRig rig, FakeGatewayConnection connection, Random random)
    {
        if (random.Next(4) == 0)
        {
            rig.Gateway.Script(StallAfterHelloAsync);
        }

        switch (random.Next(9))
        {
            case 0:
                connection.Reset();
                return true;
            case 1:
                await connection.ReconnectAsync();
                return true;
            case 2:
                await connection.InvalidSessionAsync(resumable: true);
                return true;
            case 3:
                rig.Gateway.Forget(connection.Session!);
                await connection.InvalidSessionAsync(resumable: false);
                return false;
            case 4:
                await connection.CloseAsync(null);
                return true;
            case 5:
                int[] resumable = [1000, 1001, 4000, 4001, 4002, 4005, 4008];
                await connection.CloseAsync(resumable[random.Next(resumable.Length)]);
                return true;
            case 6:
                int[] final = [4003, 4007, 4009];
                rig.Gateway.Forget(connection.Session!);
                await connection.CloseAsync(final[random.Next(final.Length)]);
                return false;
            case 7:
                connection.Acknowledges = false;
                await rig.BeatAsync(connection, Interval / 2);
                await rig.AdvanceToTimerAsync(Interval);
                return true;
            default:
                rig.Gateway.Forget(connection.Session!);
                connection.Reset();
                return false;
        }
    }

    private static async Task StallAfterHelloAsync(FakeGatewayConnection connection, CancellationToken stop)
    {
        await connection.HelloAsync();
        await connection.NextAsync(stop);
        connection.Reset();
    }
}
