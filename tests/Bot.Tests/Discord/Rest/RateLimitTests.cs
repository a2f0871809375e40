using Bot.Discord.Protocol;
using Bot.Discord.Rest;
using Bot.Discord.Rest.RateLimits;
using Bot.Tests.FakeDiscord;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Discord.Rest;

public sealed class RateLimitTests
{
    private static readonly InteractionResponse Reply = new InteractionResponse.Reply(new MessageCreate { Content = "because" });
    private static readonly MessageEdit Edit = new() { Content = "more" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("Rule", "62")]
    public async Task An_empty_bucket_waits_for_its_reset_by_the_monotonic_clock()
    {
        await using var rig = await RestRig.StartAsync();
        rig.Fake.Script("GET", "/users/@me/guilds", FakeRestAnswer.Ok(rig.Fake.Application.Guilds).WithLimit("guilds", 1, 0, 1.5));

        await rig.Rest.GetGuildsAsync(null, Cancellation);
        var second = rig.Rest.GetGuildsAsync(null, Cancellation);
        await rig.Rest.GetApplicationAsync(Cancellation);
        Assert.Single(rig.Fake.RequestsTo("GET", "/users/@me/guilds"));
        await rig.RunAsync(second);

        var requests = rig.Fake.RequestsTo("GET", "/users/@me/guilds");
        Assert.InRange(rig.Between(requests[0], requests[1]), TimeSpan.FromSeconds(1.5), TimeSpan.FromMinutes(1));
    }

    [Fact, Trait("Rule", "62")]
    public async Task The_limit_of_one_interaction_holds_up_no_other()
    {
        await using var rig = await RestRig.StartAsync();
        var (first, other) = (await AnsweredAsync(rig, 1), await AnsweredAsync(rig, 2));
        rig.Fake.Script("PATCH", Samples.Token(1), FakeRestAnswer.Ok(new System.Text.Json.Nodes.JsonObject()).WithLimit("edits", 5, 0, 1.5));
        await rig.Interactions.EditOriginalAsync(first, Edit, Cancellation);

        var waiting = rig.Interactions.EditOriginalAsync(first, Edit, Cancellation);
        await rig.Interactions.EditOriginalAsync(other, Edit, Cancellation);
        Assert.False(waiting.IsCompleted);
        await rig.RunAsync(waiting);

        var requests = rig.Fake.RequestsTo("PATCH", Samples.Token(1));
        Assert.InRange(rig.Between(requests[0], requests[1]), TimeSpan.FromSeconds(1.5), TimeSpan.FromMinutes(1));
    }

    [Fact, Trait("Rule", "63")]
    public async Task A_429_is_tried_again_after_its_time_and_no_sooner()
    {
        await using var rig = await RestRig.StartAsync();
        rig.Fake.Script("GET", "/users/@me/guilds", FakeRestAnswer.RateLimited(0.7));

        await rig.RunAsync(rig.Rest.GetGuildsAsync(null, Cancellation));

        var requests = rig.Fake.RequestsTo("GET", "/users/@me/guilds");
        Assert.Equal(2, requests.Count);
        Assert.InRange(rig.Between(requests[0], requests[1]), TimeSpan.FromSeconds(0.7), TimeSpan.FromMinutes(1));
    }

    [Fact, Trait("Rule", "63")]
    public async Task A_429_without_end_is_given_up_after_three_retries()
    {
        await using var rig = await RestRig.StartAsync();
        rig.Fake.Script("GET", "/users/@me/guilds", FakeRestAnswer.RateLimited(0.7), times: 10);

        var failure = await Assert.ThrowsAsync<DiscordRestException>(() => rig.RunAsync(rig.Rest.GetGuildsAsync(null, Cancellation)));

        Assert.Equal(429, failure.Status);
        Assert.Equal(4, rig.Fake.Requests.Count);
    }

    [Fact, Trait("Rule", "63")]
    public async Task Routes_that_share_a_bucket_share_its_wait()
    {
        await using var rig = await RestRig.StartAsync();
        var interaction = await AnsweredAsync(rig, 1);
        var ok = FakeRestAnswer.Ok(new System.Text.Json.Nodes.JsonObject { ["id"] = "1" });
        rig.Fake.Script("POST", "/webhooks/", ok.WithLimit("hook", 5, 3, 2));
        rig.Fake.Script("PATCH", "/webhooks/", ok.WithLimit("hook", 5, 2, 2));
        rig.Fake.Script("PATCH", "/webhooks/", FakeRestAnswer.RateLimited(0.7, bucket: "hook"));
        await rig.Interactions.FollowUpAsync(interaction, new MessageCreate { Content = "a" }, Cancellation);
        await rig.Interactions.EditOriginalAsync(interaction, Edit, Cancellation);

        var limited = rig.Interactions.EditOriginalAsync(interaction, Edit, Cancellation);
        await UntilLoggedAsync(rig, "is rate limited");
        await rig.RunAsync(Task.WhenAll(limited, rig.Interactions.FollowUpAsync(interaction, new MessageCreate { Content = "b" }, Cancellation)));

        var refused = rig.Fake.RequestsTo("PATCH", "/webhooks/")[1];
        var after = rig.Fake.RequestsTo("POST", "/webhooks/")[1];
        Assert.InRange(rig.Between(refused, after), TimeSpan.FromSeconds(0.7), TimeSpan.FromMinutes(1));
    }

    [Fact, Trait("Rule", "64")]
    public async Task A_global_429_pauses_everything_but_interactions_for_seconds_not_milliseconds()
    {
        await using var rig = await RestRig.StartAsync();
        var interaction = await AnsweredAsync(rig, 1);
        rig.Fake.Script("GET", "/users/@me/guilds", FakeRestAnswer.RateLimited(2, "global", isGlobal: true));
        var guilds = rig.Rest.GetGuildsAsync(null, Cancellation);
        await UntilLoggedAsync(rig, "is rate limited");

        var application = rig.Rest.GetApplicationAsync(Cancellation);
        await AnsweredAsync(rig, 2);
        await rig.Interactions.EditOriginalAsync(interaction, Edit, Cancellation);
        await rig.Interactions.FollowUpAsync(interaction, new MessageCreate { Content = "b" }, Cancellation);
        Assert.False(application.IsCompleted);
        await rig.RunAsync(Task.WhenAll(guilds, application));

        var refused = rig.Fake.RequestsTo("GET", "/users/@me/guilds")[0];
        foreach (var later in new[] { rig.Fake.RequestsTo("GET", "/users/@me/guilds")[1], rig.Fake.RequestsTo("GET", "/applications/@me")[0] })
        {
            Assert.InRange(rig.Between(refused, later), TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1));
        }
    }

    [Fact, Trait("Rule", "65")]
    public async Task A_shared_429_holds_up_its_resource_only_and_is_not_our_fault()
    {
        await using var rig = await RestRig.StartAsync();
        var (first, other) = (await AnsweredAsync(rig, 1), await AnsweredAsync(rig, 2));
        rig.Fake.Script("PATCH", Samples.Token(1), FakeRestAnswer.RateLimited(0.7, "shared", bucket: "edits"));
        var limited = rig.Interactions.EditOriginalAsync(first, Edit, Cancellation);
        await UntilLoggedAsync(rig, "is rate limited");

        await rig.Interactions.EditOriginalAsync(other, Edit, Cancellation);
        await rig.Rest.GetApplicationAsync(Cancellation);
        Assert.False(limited.IsCompleted);
        await rig.RunAsync(limited);

        Assert.IsType<Delivered.Sent>(await limited);
        Assert.Equal(0, rig.Get<InvalidRequestBudget>().Spent);
    }

    [Theory, Trait("Rule", "66")]
    [InlineData(null, 60)]
    [InlineData("7", 7)]
    public async Task A_429_from_Cloudflare_is_no_json_and_still_obeyed(string? retryAfter, int seconds)
    {
        await using var rig = await RestRig.StartAsync();
        rig.Fake.Script("GET", "/users/@me/guilds", new FakeRestAnswer(429, "<html>error 1015</html>", "text/html")
        {
            Headers = retryAfter is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["Retry-After"] = retryAfter },
        });

        await rig.RunAsync(rig.Rest.GetGuildsAsync(null, Cancellation), TimeSpan.FromMilliseconds(250));

        var requests = rig.Fake.RequestsTo("GET", "/users/@me/guilds");
        Assert.InRange(rig.Between(requests[0], requests[1]), TimeSpan.FromSeconds(seconds), TimeSpan.FromMinutes(3));
    }

    [Fact, Trait("Rule", "67")]
    public async Task Sixty_calls_at_once_keep_below_fifty_a_second()
    {
        await using var rig = await RestRig.StartAsync();
        var limit = rig.Get<GlobalLimit>();

        // The limit alone: how requests bunch up on a real socket is not the point.
        var entered = new System.Collections.Concurrent.ConcurrentQueue<TimeSpan>();
        var start = rig.Time.GetTimestamp();
        var calls = Enumerable.Range(0, 130).Select(async _ =>
        {
            Assert.True(await limit.EnterAsync(TimeSpan.FromMinutes(1), Cancellation));
            entered.Enqueue(rig.Time.GetElapsedTime(start));
        }).ToList();
        await rig.RunAsync(Task.WhenAll(calls));

        Assert.Equal(130, entered.Count);
        Assert.All(entered, from => Assert.InRange(entered.Count(at => at >= from && at - from < TimeSpan.FromSeconds(1)), 1, 50));
    }

    [Fact, Trait("Rule", "67")]
    public async Task Sixty_calls_at_once_reach_Discord_forty_a_second_and_hold_up_no_callback()
    {
        await using var rig = await RestRig.StartAsync();
        var calls = Task.WhenAll(Enumerable.Range(0, 60).Select(_ => rig.Rest.GetApplicationAsync(Cancellation)));
        await rig.Fake.AnsweredAsync("GET", "/applications/@me", 40, Cancellation);

        // The clock stands: the callbacks get through, and meanwhile no forty-first call does.
        await Task.WhenAll(Enumerable.Range(1, 200).Select(id => AnsweredAsync(rig, id)));
        Assert.Equal(40, rig.Fake.RequestsTo("GET", "/applications/@me").Count);
        Assert.False(calls.IsCompleted);
        await rig.RunAsync(calls);

        var requests = rig.Fake.RequestsTo("GET", "/applications/@me");
        Assert.Equal(60, requests.Count);
        Assert.All(requests.Skip(40), later => Assert.InRange(rig.Between(requests[0], later), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1)));
    }

    [Fact, Trait("Rule", "67")]
    public async Task Two_hundred_callbacks_at_once_wait_for_nothing()
    {
        await using var rig = await RestRig.StartAsync();
        rig.Fake.Script("POST", "/callback", FakeRestAnswer.NoContent.WithLimit("callback", 1, 0, 5), times: 200);

        // On a clock that stands still a single wait would hang.
        var sent = await Task.WhenAll(Enumerable.Range(1, 200).Select(id => rig.Interactions.RespondAsync(Samples.Read(Samples.Command(id)), Reply, Cancellation)));

        Assert.All(sent, delivered => Assert.IsType<Delivered.Sent>(delivered));
    }

    [Fact, Trait("Rule", "68")]
    public async Task A_refused_bot_token_stops_its_calls_and_raises_the_alarm_once()
    {
        await using var rig = await RestRig.StartAsync();
        rig.Fake.Script("GET", "/applications/@me", FakeRestAnswer.Error(401, 0, "401: Unauthorized"), times: 100);

        for (var call = 0; call < 50; call++)
        {
            await Assert.ThrowsAsync<DiscordRestException>(() => rig.Rest.GetApplicationAsync(Cancellation));
            rig.Time.Advance(TimeSpan.FromSeconds(10));
        }

        await AnsweredAsync(rig, 1);
        Assert.Single(rig.Fake.RequestsTo("GET", ""));
        Assert.True(rig.Get<RestSender>().IsBotTokenDead);
        Assert.InRange(rig.Get<InvalidRequestBudget>().Spent, 0, 19);
        Assert.Equal(1, rig.Log.Count(LogLevel.Critical, "token"));
    }

    [Fact, Trait("Rule", "69")]
    public async Task Endless_403_opens_a_breaker_that_closes_after_ten_minutes()
    {
        await using var rig = await RestRig.StartAsync();
        rig.Fake.Script("GET", "/users/@me/guilds", FakeRestAnswer.Error(403, 50001, "Missing Access"), times: 5_000);

        for (var call = 0; call < 1_200; call++)
        {
            await Assert.ThrowsAsync<DiscordRestException>(() => rig.Rest.GetGuildsAsync(null, Cancellation));
            rig.Time.Advance(TimeSpan.FromMilliseconds(30));
        }

        Assert.Equal(1_000, rig.Fake.Requests.Count);
        Assert.Equal(1, rig.Log.Count(LogLevel.Critical, "ten minutes"));
        await AnsweredAsync(rig, 1);
        rig.Time.Advance(TimeSpan.FromMinutes(11));
        await rig.Rest.GetApplicationAsync(Cancellation);
    }

    [Fact, Trait("Rule", "69")]
    public async Task A_webhook_that_is_not_found_is_not_asked_again()
    {
        await using var rig = await RestRig.StartAsync();
        var interaction = Samples.Read(Samples.Command(1));

        Assert.IsType<Delivered.Gone>(await rig.Interactions.FollowUpAsync(interaction, new MessageCreate { Content = "a" }, Cancellation));
        Assert.IsType<Delivered.Gone>(await rig.Interactions.EditOriginalAsync(interaction, Edit, Cancellation));

        Assert.Equal(2, rig.Fake.Requests.Count);
    }

    [Fact, Trait("Rule", "72")]
    public async Task A_hundred_thousand_interactions_leave_no_limits_behind()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var buckets = new RateLimitBuckets(time);
        var headers = new RateLimitHeaders("hook", 5, 4, TimeSpan.FromSeconds(2), null, false, false);

        for (var id = 0; id < 100_000; id++)
        {
            var call = new RestCall(HttpMethod.Post, "POST /callback", Samples.Token(id), "", RouteKind.Callback);
            var bucket = await buckets.EnterAsync(call, TimeSpan.FromSeconds(1), Cancellation);
            Assert.NotNull(bucket);
            buckets.Leave(call, bucket, headers);
            time.Advance(TimeSpan.FromMilliseconds(3));
        }

        Assert.InRange(buckets.Count, 0, 2_000);
        time.Advance(TimeSpan.FromMinutes(1));
        buckets.Sweep();
        Assert.Equal(0, buckets.Count);
    }

    private static async Task<Interaction> AnsweredAsync(RestRig rig, long id)
    {
        var interaction = Samples.Read(Samples.Command(id));
        Assert.IsType<Delivered.Sent>(await rig.Interactions.RespondAsync(interaction, Reply, Cancellation));
        return interaction;
    }

    private static Task UntilLoggedAsync(RestRig rig, string part) => rig.Log.WaitAsync(LogLevel.Warning, part, Cancellation);
}
