using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Protocol;
using Bot.Discord.Rest;
using Bot.Tests.FakeDiscord;

namespace Bot.Tests.Discord.Rest;

public sealed class RestErrorTests
{
    private static readonly InteractionResponse Reply = new InteractionResponse.Reply(new MessageCreate { Content = "because" });
    private static readonly MessageCreate FollowUp = new() { Content = "more" };
    private static readonly MessageEdit Edit = new() { Content = "more" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("Rule", "61")]
    public async Task Every_request_says_who_we_are_and_only_bot_routes_carry_the_token()
    {
        // The fake judges agent, path, token and content type of each request.
        await using var rig = await RestRig.StartAsync();
        var interaction = await AnsweredAsync(rig, 1);

        var gateway = await rig.Rest.GetGatewayBotAsync(Cancellation);
        await rig.Rest.GetApplicationAsync(Cancellation);
        var guilds = await rig.Rest.GetGuildsAsync("5", Cancellation);
        await rig.Rest.GetCommandsAsync(FakeRestApplication.Id, null, Cancellation);
        await rig.Interactions.EditOriginalAsync(interaction, Edit, Cancellation);
        Assert.NotNull(await rig.Interactions.GetOriginalAsync(interaction, Cancellation));
        var sent = Assert.IsType<Delivered.Sent>(await rig.Interactions.FollowUpAsync(interaction, FollowUp, Cancellation));
        await rig.Interactions.EditFollowUpAsync(interaction, sent.MessageId!, Edit, Cancellation);
        await rig.Interactions.DeleteFollowUpAsync(interaction, sent.MessageId!, Cancellation);
        await rig.Interactions.DeleteOriginalAsync(interaction, Cancellation);

        Assert.Equal("ws://127.0.0.1:1/gw", gateway.GetProperty("url").GetString());
        Assert.Equal("History", Assert.Single(guilds).Name);
        Assert.Equal(11, rig.Fake.Requests.Count);
        Assert.All(rig.Fake.Requests, request => Assert.StartsWith("DiscordBot (https://", request.Headers["User-Agent"]));
    }

    [Fact, Trait("Rule", "61")]
    public async Task Files_go_beside_the_json()
    {
        await using var rig = await RestRig.StartAsync();
        var interaction = await AnsweredAsync(rig, 1);

        var sent = await rig.Interactions.FollowUpAsync(
            interaction, FollowUp with { Files = [new FileUpload("lectures.txt", "text/plain", "words"u8.ToArray())] }, Cancellation);

        Assert.IsType<Delivered.Sent>(sent);
        var body = JsonNode.Parse(rig.Fake.RequestsTo("POST", "/webhooks/")[0].Body)!;
        Assert.Equal("""[{"id":"0","filename":"lectures.txt"}]""", body["attachments"]!.ToJsonString());
    }

    [Fact, Trait("Rule", "55")]
    public async Task The_first_edit_after_a_deferral_is_tried_again_when_it_was_too_early()
    {
        await using var rig = await RestRig.StartAsync();
        var interaction = await AnsweredAsync(rig, 1);
        rig.Fake.Script("PATCH", "/@original", FakeRestAnswer.Error(404, 10015, "Unknown Webhook"));

        var edited = await rig.RunAsync(rig.Interactions.EditOriginalAsync(interaction, Edit, Cancellation, afterDeferral: true));

        var requests = rig.Fake.RequestsTo("PATCH", "/@original");
        Assert.IsType<Delivered.Sent>(edited);
        Assert.InRange(rig.Between(requests[0], requests[1]), TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(5));
    }

    [Fact, Trait("Rule", "55")]
    public async Task An_edit_that_never_succeeds_is_given_up_after_five_tries()
    {
        await using var rig = await RestRig.StartAsync();
        var interaction = await AnsweredAsync(rig, 1);
        rig.Fake.Script("PATCH", "/@original", FakeRestAnswer.Error(404, 10015, "Unknown Webhook"), times: 20);

        var edited = await rig.RunAsync(rig.Interactions.EditOriginalAsync(interaction, Edit, Cancellation, afterDeferral: true));

        Assert.IsType<Delivered.Gone>(edited);
        Assert.Equal(5, rig.Fake.RequestsTo("PATCH", "/@original").Count);
    }

    [Fact, Trait("Rule", "56")]
    public async Task A_dead_interaction_token_is_abandoned_and_nothing_else()
    {
        await using var rig = await RestRig.StartAsync();
        var (dead, alive) = (await AnsweredAsync(rig, 1), await AnsweredAsync(rig, 2));
        rig.Fake.Script("PATCH", Samples.Token(1), FakeRestAnswer.Error(401, 50027, "Invalid Webhook Token"));

        Assert.IsType<Delivered.Gone>(await rig.Interactions.EditOriginalAsync(dead, Edit, Cancellation));
        var again = await rig.Interactions.FollowUpAsync(dead, FollowUp, Cancellation);

        Assert.IsNotType<Delivered.Sent>(again);
        Assert.Empty(rig.Fake.RequestsTo("POST", "/webhooks/"));
        Assert.IsType<Delivered.Sent>(await rig.Interactions.EditOriginalAsync(alive, Edit, Cancellation));
        Assert.False(rig.Get<RestSender>().IsBotTokenDead);
        await rig.Rest.GetApplicationAsync(Cancellation);
        Assert.Equal(1, rig.Get<SpentTokens>().Count);
    }

    [Fact, Trait("Rule", "58")]
    public async Task Where_only_the_user_installed_us_there_are_five_follow_ups()
    {
        await using var rig = await RestRig.StartAsync();
        var (mine, guilds) = (Samples.Command(1), Samples.Command(2));
        mine["authorizing_integration_owners"] = new JsonObject { ["1"] = "830000000000000001" };
        var (user, guild) = (Samples.Read(mine), Samples.Read(guilds));
        foreach (var interaction in new[] { user, guild })
        {
            await rig.Interactions.RespondAsync(interaction, Reply, Cancellation);
            for (var count = 0; count < 7; count++)
            {
                await rig.Interactions.FollowUpAsync(interaction, FollowUp, Cancellation);
            }
        }

        Assert.Equal(5, rig.Fake.RequestsTo("POST", "/" + user.Token).Count(request => request.Subject.Contains("/webhooks/", StringComparison.Ordinal)));
        Assert.Equal(7, rig.Fake.RequestsTo("POST", "/" + guild.Token).Count(request => request.Subject.Contains("/webhooks/", StringComparison.Ordinal)));
    }

    [Fact, Trait("Rule", "58")]
    public async Task Too_many_follow_ups_are_a_failure_not_a_reason_to_repeat()
    {
        await using var rig = await RestRig.StartAsync();
        var interaction = await AnsweredAsync(rig, 1);
        rig.Fake.Script("POST", "/webhooks/", FakeRestAnswer.Error(400, 40094, "Too many follow-ups"));

        Assert.IsType<Delivered.Failed>(await rig.Interactions.FollowUpAsync(interaction, FollowUp, Cancellation));

        Assert.Single(rig.Fake.RequestsTo("POST", "/webhooks/"));
    }

    [Theory, Trait("Rule", "70")]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(0)]
    public async Task What_is_safe_to_repeat_is_repeated(int status)
    {
        await using var rig = await RestRig.StartAsync();
        var interaction = await AnsweredAsync(rig, 1);
        var fault = status == 0 ? FakeRestAnswer.Lost : new FakeRestAnswer(status, "<html>", "text/html");
        rig.Fake.Script("GET", "/applications/@me", fault, times: 3);
        rig.Fake.Script("PATCH", "/@original", fault, times: 3);
        rig.Fake.Script("PUT", "/commands", fault, times: 3);
        rig.Fake.Script("DELETE", "/@original", fault, times: 3);

        await rig.RunAsync(rig.Rest.GetApplicationAsync(Cancellation));
        Assert.IsType<RestReply.Done>(await rig.RunAsync(rig.Rest.PutCommandsAsync(FakeRestApplication.Id, null, [], Cancellation)));
        Assert.IsType<Delivered.Sent>(await rig.RunAsync(rig.Interactions.EditOriginalAsync(interaction, Edit, Cancellation)));
        Assert.IsType<Delivered.Sent>(await rig.RunAsync(rig.Interactions.DeleteOriginalAsync(interaction, Cancellation)));

        Assert.Equal(17, rig.Fake.Requests.Count);
    }

    [Fact, Trait("Rule", "70")]
    public async Task A_fault_without_end_is_given_up_after_three_retries()
    {
        await using var rig = await RestRig.StartAsync();
        rig.Fake.Script("GET", "/applications/@me", new FakeRestAnswer(502), times: 100);

        await Assert.ThrowsAsync<DiscordRestException>(() => rig.RunAsync(rig.Rest.GetApplicationAsync(Cancellation)));

        Assert.Equal(4, rig.Fake.Requests.Count);
    }

    [Theory, Trait("Rule", "70")]
    [InlineData(502)]
    [InlineData(0)]
    public async Task A_follow_up_that_may_have_arrived_is_not_sent_again(int status)
    {
        await using var rig = await RestRig.StartAsync();
        var interaction = await AnsweredAsync(rig, 1);
        rig.Fake.Script("POST", "/webhooks/", status == 0 ? FakeRestAnswer.Lost : new FakeRestAnswer(status));

        Assert.IsType<Delivered.Failed>(await rig.RunAsync(rig.Interactions.FollowUpAsync(interaction, FollowUp, Cancellation)));

        Assert.Single(rig.Fake.RequestsTo("POST", "/webhooks/"));
    }

    [Fact, Trait("Rule", "70")]
    public async Task A_first_response_whose_confirmation_was_lost_counts_as_given()
    {
        await using var rig = await RestRig.StartAsync();
        rig.Fake.Script("POST", "/callback", new FakeRestAnswer(502) { IsAfterwards = true });

        var sent = await rig.RunAsync(rig.Interactions.RespondAsync(Samples.Read(Samples.Command(1)), Reply, Cancellation));

        Assert.IsType<Delivered.AlreadyAnswered>(sent);
        Assert.Equal(1, rig.Fake.Interactions.Answers(Samples.Token(1)));
    }

    [Theory, Trait("Rule", "71")]
    [InlineData("""{"0":{"options":{"1":{"name":{"_errors":[{"code":"BASE_TYPE_REQUIRED","message":"Required"}]}}}}}""", "[0].options[1].name BASE_TYPE_REQUIRED Required")]
    [InlineData("""{"_errors":[{"code":"APPLICATION_COMMAND_TOO_LARGE","message":"Too large"}]}""", "body APPLICATION_COMMAND_TOO_LARGE Too large")]
    [InlineData("""{"a":{"_errors":[{"code":7}]}}""", "a 7 ")]
    [InlineData("""{"a":{"_errors":"odd"},"b":[1],"c":null}""", "")]
    [InlineData("[]", "")]
    public void Nested_errors_are_read_as_path_code_and_message(string errors, string expected)
    {
        var error = JsonSerializer.Deserialize($$"""{"code":50035,"message":"Invalid Form Body","errors":{{errors}}}""", DiscordJson.Default.DiscordError)!;

        Assert.Equal(expected, string.Join("|", error.Fields));
    }

    [Fact, Trait("Rule", "71")]
    public async Task A_refused_form_is_logged_with_its_path()
    {
        await using var rig = await RestRig.StartAsync();
        rig.Fake.Script("POST", "/callback", new FakeRestAnswer(
            400, """{"code":50035,"message":"Invalid Form Body","errors":{"data":{"embeds":{"0":{"title":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH","message":"too long"}]}}}}}}"""));

        Assert.IsType<Delivered.Failed>(await rig.Interactions.RespondAsync(Samples.Read(Samples.Command(1)), Reply, Cancellation));

        Assert.Contains(rig.Log.Lines, line => line.Text.Contains("data.embeds[0].title BASE_TYPE_MAX_LENGTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_body_that_is_no_json_is_an_error_not_a_crash()
    {
        await using var rig = await RestRig.StartAsync();
        rig.Fake.Script("GET", "/applications/@me", new FakeRestAnswer(200, "<html>", "text/html"));
        rig.Fake.Script("GET", "/users/@me/guilds", new FakeRestAnswer(400, "<html>", "text/html"));

        await Assert.ThrowsAsync<DiscordRestException>(() => rig.Rest.GetApplicationAsync(Cancellation));
        await Assert.ThrowsAsync<DiscordRestException>(() => rig.Rest.GetGuildsAsync(null, Cancellation));
    }

    private static async Task<Interaction> AnsweredAsync(RestRig rig, long id)
    {
        var interaction = Samples.Read(Samples.Command(id));
        Assert.IsType<Delivered.Sent>(await rig.Interactions.RespondAsync(interaction, Reply, Cancellation));
        return interaction;
    }
}
