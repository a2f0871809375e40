using Bot.Discord.Delivery.Gateway;
using Bot.Tests.FakeDiscord;

namespace Bot.Tests.Discord.Delivery;

public sealed class GatewayConnectTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "1")]
    public async Task The_bot_asks_once_for_the_address_and_connects_to_it_with_version_and_encoding()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);

        rig.StartBot();
        await rig.ReadyAsync();

        var connect = await rig.NthAsync(1, entry => entry.Kind == "connect");
        Assert.Equal("/gw?v=10&encoding=json", connect.Subject);
        var asked = Assert.Single(rig.Journal.Entries, entry => entry.Kind == "rest");
        Assert.True(asked.Number < connect.Number);
    }

    [Theory]
    [Trait("Rule", "2")]
    [InlineData("wss://gateway.discord.gg", "wss://gateway.discord.gg/?v=10&encoding=json")]
    [InlineData("wss://gateway.discord.gg/", "wss://gateway.discord.gg/?v=10&encoding=json")]
    [InlineData("wss://gateway.discord.gg/?v=9&compress=zlib-stream&region=eu", "wss://gateway.discord.gg/?region=eu&v=10&encoding=json")]
    [InlineData("ws://127.0.0.1:81/gw", "ws://127.0.0.1:81/gw?v=10&encoding=json")]
    public void The_address_is_well_formed_whatever_Discord_gives(string given, string expected)
    {
        var isUsable = GatewayAddress.TryCompose(given, out var address);

        Assert.True(isUsable);
        Assert.Equal(expected, address!.AbsoluteUri);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("gateway.discord.gg")]
    [InlineData("https://gateway.discord.gg")]
    [InlineData("ws://gateway.discord.gg")]
    public void An_address_that_would_carry_the_token_in_clear_is_refused(string? given)
    {
        Assert.False(GatewayAddress.TryCompose(given, out _));
    }

    [Fact]
    [Trait("Rule", "3")]
    public async Task HELLO_is_answered_with_one_IDENTIFY()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.Gateway.Script(async (connection, stop) =>
        {
            await connection.HelloAsync();
            await connection.HelloAsync();
            await connection.ExpectAsync(2, stop);
            await connection.ReadyAsync();
        });

        rig.StartBot();
        await rig.CaughtUpAsync(await ConnectedAsync(rig));

        var identify = Assert.Single(rig.Frames(2));
        using var body = System.Text.Json.JsonDocument.Parse(identify.Body);
        var d = body.RootElement.GetProperty("d");
        Assert.Equal(FakeGatewayRig.Token, d.GetProperty("token").GetString());
        Assert.Equal(0, d.GetProperty("intents").GetInt32());
        Assert.Equal(["os", "browser", "device"], d.GetProperty("properties").EnumerateObject().Select(property => property.Name));
        Assert.False(d.TryGetProperty("shard", out _));
    }

    [Fact]
    [Trait("Rule", "3")]
    public async Task Configured_intents_are_sent()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);

        rig.StartBot(new GatewayOptions { Intents = 1 });
        await rig.ReadyAsync();

        Assert.Contains("\"intents\":1", Assert.Single(rig.Frames(2)).Body, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "4")]
    public async Task Nothing_is_sent_before_HELLO_and_all_that_is_sent_is_allowed()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.Gateway.Script(async (connection, stop) =>
        {
            await connection.SendAsync("""{"op":11,"d":null}""");
            await connection.SendAsync("""{"op":0,"s":1,"t":"EARLY","d":{}}""");
            await connection.HelloAsync();
            await connection.ExpectAsync(2, stop);
            await connection.ReadyAsync();
        });

        rig.StartBot();
        var connection = await ConnectedAsync(rig);
        await connection.AskHeartbeatAsync();
        await rig.FrameAsync(1, 1);
        await connection.ReconnectAsync();
        await rig.FrameAsync(2, 6);

        // The fake blames every frame that is early, too large, no JSON, or has another op; the rig demands that it blamed none.
        Assert.Equal([2, 1, 6], rig.Journal.Entries.Where(entry => entry.Kind == "frame-in").Select(entry => int.Parse(entry.Subject[3..])));
        Assert.Empty(rig.Gateway.Penalties.Violations);
    }

    [Fact]
    [Trait("Rule", "8")]
    public async Task A_long_silence_after_IDENTIFY_is_waited_out_while_heartbeats_are_acknowledged()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.Gateway.Script(async (connection, stop) =>
        {
            await connection.HelloAsync(10_000);
            await connection.ExpectAsync(2, stop);
        });

        rig.StartBot();
        await rig.FrameAsync(1, 2);
        await rig.BeatAsync(rig.Gateway.Connections[0], TimeSpan.FromSeconds(5));
        for (var beat = 0; beat < 8; beat++)
        {
            await rig.BeatAsync(rig.Gateway.Connections[0], TimeSpan.FromSeconds(10));
        }

        await rig.Gateway.Connections[0].ReadyAsync();
        await rig.ReadyAsync();
        Assert.Single(rig.Gateway.Connections);
        Assert.Single(rig.Frames(2));
    }

    [Fact]
    [Trait("Rule", "9")]
    public async Task Without_HELLO_the_bot_closes_after_twenty_seconds_and_tries_again()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.Gateway.Script((_, _) => Task.CompletedTask);
        rig.Gateway.Script((_, _) => Task.CompletedTask);

        rig.StartBot();
        await rig.LogAsync("LogOpened");
        await rig.AdvanceToTimerAsync(TimeSpan.FromSeconds(20));
        Assert.Equal("4000", (await rig.CloseAsync(1)).Subject);
        var first = await rig.SkipWaitAsync();
        await rig.LogAsync("LogOpened", 2);
        await rig.AdvanceToTimerAsync(TimeSpan.FromSeconds(20));
        var second = await rig.SkipWaitAsync();
        await rig.ReadyAsync();

        Assert.True(second > first);
        Assert.Single(rig.Frames(2));
    }

    [Fact]
    [Trait("Rule", "10")]
    public async Task A_large_READY_in_many_parts_with_unknown_members_is_understood()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        var guilds = string.Join(',', Enumerable.Range(1, 2000).Select(id => $$"""{"id":"{{id}}","unavailable":true,"later":[{}]}"""));
        rig.Gateway.Script(async (connection, stop) =>
        {
            await connection.HelloAsync();
            await connection.ExpectAsync(2, stop);
            await connection.SendAsync($$$"""
                {"op":0,"s":41,"t":"READY","d":{"v":10,"session_id":"abc","resume_gateway_url":"{{{rig.Gateway.Origin}}}/gw-resume/here",
                "application":{"id":"4711","flags":0,"new":null},"guilds":[{{{guilds}}}],"unknown":{"deep":[1,2,{"er":null} ] } } }
                """, parts: 50);
        });

        rig.StartBot();
        var ready = await rig.ReadyAsync();
        await rig.Gateway.Connections[0].ReconnectAsync();
        var resume = await rig.FrameAsync(2, 6);

        Assert.Equal("4711", ready.Subject);
        Assert.Equal(2000, ready.Body.Split(' ').Length);
        Assert.Contains("\"session_id\":\"abc\",\"seq\":41", resume.Body, StringComparison.Ordinal);
        Assert.Equal("/gw-resume/here?v=10&encoding=json", (await rig.NthAsync(2, entry => entry.Kind == "connect")).Subject);
    }

    [Fact]
    [Trait("Rule", "11")]
    public async Task Unknown_events_are_skipped_and_still_counted()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);

        rig.StartBot();
        var connection = await ConnectedAsync(rig);
        await connection.SendAsync("""{"op":0,"s":7,"t":"SOMETHING_NEW","d":{"x":[1]}}""");
        await connection.SendAsync("""{"op":0,"s":8,"t":"ENTITLEMENT_CREATE","d":null}""");
        await connection.SendAsync("""{"op":0,"s":9}""");
        await connection.AskHeartbeatAsync();
        var beat = await rig.FrameAsync(1, 1);

        Assert.Equal("""{"op":1,"d":9}""", beat.Body);
        Assert.Single(rig.Gateway.Connections);
        Assert.DoesNotContain(rig.Journal.Entries, entry => entry.Kind == "log" && entry.Headers["level"] is "Error" or "Warning");
    }

    [Fact]
    [Trait("Rule", "12")]
    public async Task Odd_frames_are_skipped_with_one_warning_and_the_connection_stays()
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);

        rig.StartBot();
        var connection = await ConnectedAsync(rig);
        await connection.SendAsync("""{"op":99,"d":{}}""");
        await connection.SendAsync("""{"op":99,"d":[]}""");
        await connection.SendAsync("""{"op":10,"d":null}""");
        await connection.SendAsync("""{"op":0,"s":2,"t":"INTERACTION_CREATE","d":null}""");
        await rig.CaughtUpAsync(connection);

        Assert.Equal(["99", "10", "0"], rig.Journal.Entries.Where(entry => entry.Subject == "LogOddity").Select(entry => entry.Headers["Op"]));
        Assert.Single(rig.Handled);
        Assert.True(connection.IsLive);
    }

    [Theory]
    [Trait("Rule", "12")]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"op":"ten"}""")]
    [InlineData("""{"op":0,"s":"seven"}""")]
    public async Task What_is_no_frame_is_skipped_and_the_connection_stays(string text)
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);

        rig.StartBot();
        var connection = await ConnectedAsync(rig);
        await connection.SendAsync(text.Length == 0 ? " " : text);
        await rig.CaughtUpAsync(connection);

        Assert.Single(rig.Gateway.Connections);
    }

    [Theory]
    [Trait("Rule", "12")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"session_id":5,"application":[],"guilds":{}}""")]
    public async Task A_READY_without_a_session_still_serves_and_a_drop_costs_an_IDENTIFY(string body)
    {
        await using var rig = await FakeGatewayRig.StartAsync(Cancellation);
        rig.Gateway.Script(async (connection, stop) =>
        {
            await connection.HelloAsync();
            await connection.ExpectAsync(2, stop);
            await connection.SendAsync($$"""{"op":0,"s":1,"t":"READY","d":{{body}}}""");
        });

        rig.StartBot();
        await rig.ReadyAsync();
        rig.Gateway.Connections[0].Reset();
        await rig.SkipWaitAsync();
        await rig.FrameAsync(2, 2);

        Assert.Empty(rig.Frames(6));
    }

    private static async Task<FakeGatewayConnection> ConnectedAsync(FakeGatewayRig rig)
    {
        await rig.ReadyAsync();
        return rig.Gateway.Connections[0];
    }
}
