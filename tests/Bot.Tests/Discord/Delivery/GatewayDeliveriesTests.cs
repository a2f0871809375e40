using System.Text.Json.Nodes;
using Bot.Discord.Delivery.Gateway;
using Bot.Tests.FakeDiscord;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Discord.Delivery;

/// <summary>
/// What an operator relies on, by our own client and by Discord.Net alike. On the real clock, for the library knows no other; the rules
/// in full are tested on virtual time beside this.
/// </summary>
public sealed class GatewayDeliveriesTests
{
    private const string Question = "Why was Khrushchev removed from power?";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Deliveries => [.. DeliveryUnderTest.All.Where(static delivery => !delivery.IsHttp).Select(static delivery => delivery.Name)];

    public static TheoryData<string, int, string> FatalCodes => new(
        from delivery in DeliveryUnderTest.All.Where(static delivery => !delivery.IsHttp)
        from fatal in new[] { (4004, "Discord:Token"), (4010, "Shards"), (4011, "auto"), (4012, "update the bot"), (4013, "Intents"), (4014, "Intents") }
        select (delivery.Name, fatal.Item1, fatal.Item2));

    [Theory]
    [MemberData(nameof(Deliveries))]
    public async Task A_start_costs_one_IDENTIFY_without_intents_and_one_question_for_the_address(string delivery)
    {
        await using var rig = await ClioRig.StartAsync(DeliveryUnderTest.Named(delivery));

        var identify = Assert.Single(rig.Rest.Journal.Entries, static entry => entry.Subject == "op 2");

        Assert.Contains("\"intents\":0", identify.Body, StringComparison.Ordinal);
        Assert.Single(rig.Rest.RequestsTo("GET", "/gateway/bot"));
        var connection = Assert.Single(rig.Gateway.Connections);
        Assert.Equal("?v=10&encoding=json", connection.Query);
    }

    [Theory]
    [MemberData(nameof(FatalCodes))]
    public async Task These_codes_end_it_with_a_sentence_and_without_another_attempt(string delivery, int code, string part)
    {
        await using var rig = await ClioRig.StartAsync(DeliveryUnderTest.Named(delivery));

        await rig.Gateway.Live.Single().CloseAsync(code);
        await rig.LoggedAsync(LogLevel.Critical, "has failed for good");
        await Task.Delay(TimeSpan.FromSeconds(1.5), Cancellation);

        Assert.Single(rig.Gateway.Connections);
        Assert.False(rig.Health.IsHealthy);
        Assert.Contains($"{code}", rig.Health.Reason, StringComparison.Ordinal);
        Assert.Contains(part, rig.Health.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Deliveries))]
    public async Task What_can_be_resumed_is_resumed_and_what_came_meanwhile_is_answered(string delivery)
    {
        await using var rig = await ClioRig.StartAsync(DeliveryUnderTest.Named(delivery));
        Func<FakeGatewayConnection, Task>[] ends =
        [
            static connection => connection.ReconnectAsync(),
            static connection => connection.InvalidSessionAsync(resumable: true),
            static connection => { connection.Reset(); return Task.CompletedTask; },
        ];

        foreach (var (number, end) in ends.Index())
        {
            var ending = rig.Gateway.Live.Single();
            await end(ending);
            await ending.Gone.WaitAsync(Cancellation);
            var command = rig.AskCommand(Question);
            await FakeGateway.DispatchAsync(ending.Session!, "INTERACTION_CREATE", command.ToJsonString());

            await rig.Rest.AnsweredAsync("POST", command["token"]!.GetValue<string>() + "/callback", 1, Cancellation);
            await Eventually.TrueAsync(() => rig.Gateway.Live is [{ Session: not null }]);
            Assert.StartsWith(FakeGateway.ResumePath, rig.Gateway.Live.Single().Path, StringComparison.Ordinal);
            Assert.Equal(number + 2, rig.Gateway.Connections.Count);
        }

        Assert.Equal(1, rig.Gateway.Penalties.Identifies);
    }

    [Theory]
    [MemberData(nameof(Deliveries))]
    public async Task An_invalid_session_is_followed_by_a_new_one_on_a_new_connection(string delivery)
    {
        await using var rig = await ClioRig.StartAsync(DeliveryUnderTest.Named(delivery));
        var first = rig.Gateway.Live.Single();

        rig.Gateway.Forget(first.Session!);
        await first.InvalidSessionAsync(resumable: false);
        await first.Gone.WaitAsync(Cancellation);
        await Eventually.TrueAsync(() => rig.Gateway.Live is [{ Session: not null }]);

        Assert.Equal(FakeGateway.Path, rig.Gateway.Live.Single().Path);
        Assert.Equal(2, rig.Gateway.Penalties.Identifies);
        Assert.Equal(4, ClioRig.Type(await rig.AskAsync(Question)));
    }

    [Theory]
    [MemberData(nameof(Deliveries))]
    public async Task A_session_that_cannot_be_resumed_is_given_up_after_three_attempts(string delivery)
    {
        await using var rig = await ClioRig.StartAsync(DeliveryUnderTest.Named(delivery));
        for (var i = 0; i < 3; i++)
        {
            rig.Gateway.Script(static async (connection, stop) =>
            {
                await connection.HelloAsync(40_000);
                await connection.ExpectAsync(6, stop);
                connection.Reset();
            });
        }

        rig.Gateway.Live.Single().Reset();
        await Eventually.TrueAsync(() => rig.Gateway.Penalties.Identifies == 2 && rig.Gateway.Live is [{ Session: not null }]);

        Assert.Equal(3, rig.Rest.Journal.Entries.Count(static entry => entry.Subject == "op 6"));
    }

    [Theory]
    [MemberData(nameof(Deliveries))]
    public async Task Without_budget_nobody_identifies_and_the_health_says_so(string delivery)
    {
        await using var rig = await ClioRig.StartAsync(DeliveryUnderTest.Named(delivery));
        var first = rig.Gateway.Live.Single();

        rig.Rest.Application.GatewayBot["session_start_limit"]!["remaining"] = 0;
        rig.Gateway.Forget(first.Session!);
        await first.InvalidSessionAsync(resumable: false);
        await Eventually.TrueAsync(() => rig.Health.Reason.Contains("waiting for identify budget", StringComparison.Ordinal));
        await Task.Delay(TimeSpan.FromSeconds(2), Cancellation);

        Assert.False(rig.Health.IsHealthy);
        Assert.Equal(1, rig.Gateway.Penalties.Identifies);
    }

    [Theory]
    [MemberData(nameof(Deliveries))]
    public async Task Heartbeats_that_are_not_acknowledged_end_the_connection_and_it_is_resumed(string delivery)
    {
        await using var rig = await ClioRig.StartAsync(DeliveryUnderTest.Named(delivery));
        rig.Gateway.HeartbeatInterval = 300;
        rig.Gateway.Live.Single().Reset();
        await Eventually.TrueAsync(() => rig.Gateway.Live is [{ Session: not null }]);

        var silent = rig.Gateway.Live.Single();
        silent.Acknowledges = false;
        await silent.Gone.WaitAsync(Cancellation);
        await Eventually.TrueAsync(() => rig.Gateway.Live is [{ Session: not null }]);

        Assert.Equal(1, rig.Gateway.Penalties.Identifies);
        Assert.Equal(4, ClioRig.Type(await rig.AskAsync(Question)));
    }

    [Theory]
    [MemberData(nameof(Deliveries))]
    public async Task Several_shards_identify_apart_and_all_of_them_serve(string delivery)
    {
        await using var rig = await ClioRig.StartAsync(DeliveryUnderTest.Named(delivery), ("Discord:Shards", "2"));

        foreach (var connection in rig.Gateway.Live)
        {
            var command = rig.AskCommand(Question);
            await connection.DispatchAsync("INTERACTION_CREATE", command.ToJsonString());
            await rig.Rest.AnsweredAsync("POST", command["token"]!.GetValue<string>() + "/callback", 1, Cancellation);
        }

        Assert.Equal(2, rig.Gateway.Live.Count);
        Assert.Equal("2 shards connected", rig.Services.GetRequiredService<IGatewayDelivery>().Health.Reason);
        var shards = rig.Rest.Journal.Entries.Where(static entry => entry.Subject == "op 2").Select(static entry => JsonNode.Parse(entry.Body)!["d"]!["shard"]!.ToJsonString());
        Assert.Equal(["[0,2]", "[1,2]"], shards.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Deliveries))]
    public async Task A_stop_is_quick_whatever_it_interrupts(string delivery)
    {
        await using var rig = await ClioRig.StartAsync(DeliveryUnderTest.Named(delivery));
        rig.Gateway.Script(static (_, stop) => Task.Delay(Timeout.InfiniteTimeSpan, stop));
        rig.Gateway.Live.Single().Reset();
        await Eventually.TrueAsync(() => rig.Gateway.Live is [{ SaidHello: false }]);

        var start = TimeProvider.System.GetTimestamp();
        await rig.StopClioAsync();

        Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(10));
        await Eventually.TrueAsync(() => rig.Gateway.Live.Count == 0);
        await rig.StartClioAsync();
    }
}
