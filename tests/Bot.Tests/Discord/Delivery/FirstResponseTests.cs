using System.Text.Json.Nodes;
using Bot.Discord.Delivery;
using Bot.Discord.Protocol;
using Bot.Tests.FakeDiscord;
using Bot.Tests.FakeDiscord.Oracle;

namespace Bot.Tests.Discord.Delivery;

public sealed class FirstResponseTests
{
    private static readonly MessageCreate Text = new() { Content = "because" };

    private static readonly InteractionHandler Answering = (interaction, respond, cancellation) => respond(Legal(interaction), cancellation);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, Trait("Rule", "51"), Trait("Rule", "81")]
    [InlineData(Deferral.PublicReply, """{"type":5}""")]
    [InlineData(Deferral.PrivateReply, """{"type":5,"data":{"flags":64}}""")]
    internal async Task A_deferral_says_who_will_see_the_answer_and_nothing_else(Deferral deferral, string expected)
    {
        var ready = new TaskCompletionSource();
        await using var rig = await RestRig.StartAsync(Late(ready, new InteractionResponse.Reply(Text)), _ => deferral);

        rig.Dispatcher.TryEnqueue(Samples.Element(Samples.Command(1)));
        rig.Time.Advance(FirstResponse.DeferAfter);
        var callback = await CallbackAsync(rig);
        ready.SetResult();
        await WaitAsync(rig, "PATCH");

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(callback.Body)));
    }

    [Fact]
    public async Task An_answer_that_is_ready_in_time_is_never_deferred()
    {
        await using var rig = await RestRig.StartAsync(Answering);

        rig.Dispatcher.TryEnqueue(Samples.Element(Samples.Command(1)));
        await CallbackAsync(rig);
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        rig.Dispatcher.TryEnqueue(Samples.Element(Samples.Command(2)));
        await WaitAsync(rig, "POST", 2);

        Assert.All(rig.Fake.Requests, request => Assert.Equal(4, Type(request)));
    }

    [Fact, Trait("Rule", "52")]
    public async Task After_a_deferral_the_text_comes_as_an_edit_of_the_original()
    {
        var ready = new TaskCompletionSource();
        await using var rig = await RestRig.StartAsync(Late(ready, new InteractionResponse.Reply(Text)));

        rig.Dispatcher.TryEnqueue(Samples.Element(Samples.Command(1)));
        rig.Time.Advance(FirstResponse.DeferAfter);
        await CallbackAsync(rig);
        ready.SetResult();
        var edit = await WaitAsync(rig, "PATCH");

        Assert.EndsWith($"/webhooks/{FakeRestApplication.Id}/{Samples.Token(1)}/messages/@original", edit.Subject);
        Assert.Equal("because", Json.Text(JsonNode.Parse(edit.Body)!["content"]));
        Assert.Empty(rig.Fake.RequestsTo("POST", "/webhooks/"));
    }

    [Fact, Trait("Rule", "52")]
    public async Task A_handler_may_defer_by_itself_and_answer_later()
    {
        await using var rig = await RestRig.StartAsync(async (_, respond, cancellation) =>
        {
            await respond(InteractionResponse.DeferredReply.Private, cancellation);
            await respond(new InteractionResponse.Reply(Text with { Flags = MessageFlags.Ephemeral }), cancellation);
        });

        rig.Dispatcher.TryEnqueue(Samples.Element(Samples.Command(1)));
        var edit = await WaitAsync(rig, "PATCH");

        Assert.Null(JsonNode.Parse(edit.Body)!["flags"]);
        Assert.Equal(["POST", "PATCH"], rig.Fake.Requests.Select(request => request.Subject.Split(' ')[0]));
    }

    [Fact, Trait("Rule", "81")]
    public async Task A_private_answer_after_a_public_deferral_is_not_shown_to_everyone()
    {
        var ready = new TaskCompletionSource();
        await using var rig = await RestRig.StartAsync(Late(ready, new InteractionResponse.Reply(Text with { Flags = MessageFlags.Ephemeral })));

        rig.Dispatcher.TryEnqueue(Samples.Element(Samples.Command(1)));
        rig.Time.Advance(FirstResponse.DeferAfter);
        await CallbackAsync(rig);
        ready.SetResult();
        await rig.Fake.Journal.WaitForAsync(entry => entry.Subject.StartsWith("POST /webhooks", StringComparison.Ordinal), Cancellation);

        Assert.Single(rig.Fake.RequestsTo("DELETE", "/messages/@original"));
        var followUp = Assert.Single(rig.Fake.RequestsTo("POST", "/webhooks/"));
        Assert.Equal(64, Json.Number(JsonNode.Parse(followUp.Body)!["flags"]));
        Assert.Empty(rig.Fake.RequestsTo("PATCH", ""));
    }

    [Fact, Trait("Rule", "50")]
    public async Task A_slow_button_is_deferred_as_an_update_and_then_edits_its_message()
    {
        var ready = new TaskCompletionSource();
        await using var rig = await RestRig.StartAsync(
            Late(ready, new InteractionResponse.Update(new MessageEdit { Content = "next" })), _ => Deferral.Update);

        rig.Dispatcher.TryEnqueue(Samples.Element(Samples.Button(1)));
        rig.Time.Advance(FirstResponse.DeferAfter);
        var callback = await CallbackAsync(rig);
        ready.SetResult();
        var edit = await WaitAsync(rig, "PATCH");

        Assert.Equal("""{"type":6}""", callback.Body);
        Assert.EndsWith("/messages/@original", edit.Subject);
    }

    [Fact]
    public async Task What_waits_in_the_queue_is_deferred_in_time_as_well()
    {
        var release = new TaskCompletionSource();
        await using var rig = await RestRig.StartAsync(Late(release, new InteractionResponse.Reply(Text)), null, ("Discord:Workers", "1"));
        rig.Dispatcher.TryEnqueue(Samples.Element(Samples.Command(1)));
        rig.Dispatcher.TryEnqueue(Samples.Element(Samples.Command(2)));

        rig.Time.Advance(FirstResponse.DeferAfter);
        await WaitAsync(rig, "POST", 2);
        release.SetResult();
        await WaitAsync(rig, "PATCH", 2);

        Assert.All(rig.Fake.RequestsTo("POST", ""), request => Assert.Equal(5, Type(request)));
    }

    private static InteractionHandler Late(TaskCompletionSource ready, InteractionResponse response) => async (_, respond, cancellation) =>
    {
        await ready.Task.WaitAsync(cancellation);
        await respond(response, cancellation);
    };

    private static InteractionResponse Legal(Interaction interaction) => interaction.Type switch
    {
        InteractionType.Autocomplete => new InteractionResponse.Choices(new ChoiceList([CommandChoice.Of("Khrushchev", "khrushchev")])),
        InteractionType.MessageComponent => new InteractionResponse.Update(new MessageEdit { Content = "next" }),
        _ => new InteractionResponse.Reply(Text),
    };

    private static Task<JournalEntry> CallbackAsync(RestRig rig) => WaitAsync(rig, "POST");

    private static int Type(JournalEntry callback) => Json.Number(JsonNode.Parse(callback.Body)!["type"]);

    private static Task<JournalEntry> WaitAsync(RestRig rig, string method, int count = 1) =>
        rig.Fake.AnsweredAsync(method, "", count, Cancellation);
}
