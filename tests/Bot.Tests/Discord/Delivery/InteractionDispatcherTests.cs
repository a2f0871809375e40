using System.Text.Json.Nodes;
using Bot.Discord.Delivery;
using Bot.Discord.Protocol;
using Bot.Discord.Rest;
using Bot.Tests.FakeDiscord;
using Bot.Tests.FakeDiscord.Oracle;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Discord.Delivery;

public sealed class InteractionDispatcherTests
{
    private static readonly MessageCreate Text = new() { Content = "because" };

    private static readonly InteractionHandler Answering = (interaction, respond, cancellation) => respond(Legal(interaction), cancellation);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, Trait("Rule", "50")]
    [InlineData("command", 4)]
    [InlineData("message command", 4)]
    [InlineData("button", 7)]
    [InlineData("select", 7)]
    [InlineData("autocomplete", 8)]
    [InlineData("modal", 4)]
    public async Task Every_kind_of_interaction_gets_an_answer_that_is_legal_for_it(string kind, int expected)
    {
        await using var rig = await RestRig.StartAsync(Answering);

        Assert.True(rig.Dispatcher.TryEnqueue(Samples.Element(Sample(kind, 1))));
        var callback = await CallbackAsync(rig);

        Assert.Equal(expected, Type(callback));
    }

    [Theory, Trait("Rule", "50")]
    [InlineData("command", "update")]
    [InlineData("command", "choices")]
    [InlineData("modal", "modal")]
    [InlineData("modal", "update")]
    [InlineData("autocomplete", "reply")]
    [InlineData("button", "choices")]
    public async Task An_answer_that_is_illegal_for_its_interaction_never_leaves(string kind, string answer)
    {
        await using var rig = await RestRig.StartAsync((_, respond, cancellation) => respond(Answer(answer), cancellation));

        rig.Dispatcher.TryEnqueue(Samples.Element(Sample(kind, 1)));
        var callback = await CallbackAsync(rig);

        Assert.Equal(kind == "autocomplete" ? 8 : 4, Type(callback));
        Assert.Equal(1, rig.Log.Count(LogLevel.Error, "is no answer to"));
    }

    [Fact, Trait("Rule", "53")]
    public async Task An_interaction_that_Discord_no_longer_knows_is_let_go()
    {
        var (ready, heard) = (new TaskCompletionSource(), new TaskCompletionSource<Delivered>());
        await using var rig = await RestRig.StartAsync(async (_, respond, cancellation) =>
        {
            await ready.Task.WaitAsync(cancellation);
            heard.SetResult(await respond(new InteractionResponse.Reply(Text), cancellation));
        });
        rig.Fake.Script("POST", "/1/", FakeRestAnswer.Error(404, 10062, "Unknown interaction"), times: 10);

        rig.Dispatcher.TryEnqueue(Samples.Element(Samples.Command(1)));
        rig.Time.Advance(FirstResponse.DeferAfter);
        await CallbackAsync(rig);
        ready.SetResult();

        Assert.IsType<Delivered.Gone>(await heard.Task.WaitAsync(Cancellation));
        Assert.Single(rig.Fake.Requests);
        Assert.Equal(1, rig.Log.Count(LogLevel.Information, "Interaction 1 can no longer be answered"));
    }

    [Fact, Trait("Rule", "54")]
    public async Task An_interaction_that_somebody_else_answered_is_done()
    {
        var runs = 0;
        var heard = new TaskCompletionSource<Delivered>();
        await using var rig = await RestRig.StartAsync(async (_, respond, cancellation) =>
        {
            Interlocked.Increment(ref runs);
            heard.SetResult(await respond(new InteractionResponse.Reply(Text), cancellation));
        });
        rig.Fake.Script("POST", "/callback", FakeRestAnswer.Error(400, 40060, "Interaction has already been acknowledged."));

        rig.Dispatcher.TryEnqueue(Samples.Element(Samples.Command(1)));

        Assert.IsType<Delivered.AlreadyAnswered>(await heard.Task.WaitAsync(Cancellation));
        Assert.Equal(1, runs);
        Assert.Single(rig.Fake.Requests);
        Assert.Equal(0, rig.Log.Count(LogLevel.Error, ""));
    }

    [Fact, Trait("Rule", "36")]
    public async Task The_same_interaction_over_two_sessions_is_answered_once()
    {
        await using var rig = await RestRig.StartAsync(Answering);

        Assert.True(rig.Dispatcher.TryEnqueue(Samples.Element(Samples.Command(1))));
        Assert.False(rig.Dispatcher.TryEnqueue(Samples.Element(Samples.Command(1))));
        rig.Dispatcher.TryEnqueue(Samples.Element(Samples.Command(2)));
        await WaitAsync(rig, "POST", 2);

        Assert.Equal(1, rig.Fake.Interactions.Answers(Samples.Token(1)));
        Assert.Equal(2, rig.Fake.Requests.Count);
    }

    [Fact, Trait("Rule", "60")]
    public async Task Fifty_keystrokes_are_each_answered_without_waiting()
    {
        await using var rig = await RestRig.StartAsync(Answering);

        for (var id = 1; id <= 50; id++)
        {
            Assert.True(rig.Dispatcher.TryEnqueue(Samples.Element(Samples.Autocomplete(id))));
        }

        await WaitAsync(rig, "POST", 50);

        // The clock has not moved: nothing waited for a timer.
        Assert.All(rig.Fake.Requests, request => Assert.Equal(8, Type(request)));
        Assert.All(Enumerable.Range(1, 50), id => Assert.Equal(1, rig.Fake.Interactions.Answers(Samples.Token(id))));
    }

    [Theory, Trait("Rule", "60")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Choices_that_fail_or_come_late_are_an_empty_list(bool throws)
    {
        var ready = new TaskCompletionSource();
        await using var rig = await RestRig.StartAsync(throws ? (_, _, _) => throw new InvalidOperationException("index") : Late(ready, InteractionResponse.Choices.None));

        rig.Dispatcher.TryEnqueue(Samples.Element(Samples.Autocomplete(1)));
        if (!throws)
        {
            rig.Time.Advance(FirstResponse.ChoicesAfter);
        }

        var callback = await CallbackAsync(rig);
        ready.TrySetResult();

        Assert.True(FirstResponse.ChoicesAfter < TimeSpan.FromMilliseconds(500));
        Assert.Equal("""{"type":8,"data":{"choices":[]}}""", callback.Body);
    }

    [Fact, Trait("Rule", "18")]
    public async Task A_handler_that_blocks_or_throws_does_not_stop_the_others()
    {
        var release = new ManualResetEventSlim();
        await using var rig = await RestRig.StartAsync((interaction, respond, cancellation) =>
        {
            switch (interaction.Id)
            {
                case "1":
                    release.Wait(cancellation);
                    break;
                case "2":
                    throw new InvalidOperationException("bug");
            }

            return Answering(interaction, respond, cancellation);
        });

        for (var id = 1; id <= 5; id++)
        {
            rig.Dispatcher.TryEnqueue(Samples.Element(Samples.Command(id)));
        }

        await WaitAsync(rig, "POST", 4);
        release.Set();
        await WaitAsync(rig, "POST", 5);

        Assert.All(Enumerable.Range(1, 5), id => Assert.Equal(1, rig.Fake.Interactions.Answers(Samples.Token(id))));
    }

    [Fact]
    public async Task A_full_queue_tells_the_member_at_once_and_the_gateway_never_waits()
    {
        var release = new TaskCompletionSource();
        var entered = new TaskCompletionSource();
        await using var rig = await RestRig.StartAsync(
            async (_, respond, cancellation) =>
            {
                entered.TrySetResult();
                await release.Task.WaitAsync(cancellation);
                await respond(new InteractionResponse.Reply(Text), cancellation);
            },
            null,
            ("Discord:Workers", "1"), ("Discord:QueueLength", "2"));
        rig.Dispatcher.TryEnqueue(Samples.Element(Samples.Command(1)));
        await entered.Task.WaitAsync(Cancellation);

        var taken = Enumerable.Range(2, 4).Select(id => rig.Dispatcher.TryEnqueue(Samples.Element(Samples.Command(id)))).ToList();
        await WaitAsync(rig, "POST", 2);

        Assert.Equal([true, true, false, false], taken);
        Assert.All(rig.Fake.Requests, request =>
        {
            Assert.Contains("try again", request.Body);
            Assert.Equal(64, Json.Number(JsonNode.Parse(request.Body)!["data"]!["flags"]));
        });
        release.SetResult();
        await WaitAsync(rig, "POST", 5);
    }

    [Fact]
    public async Task A_stop_answers_what_was_accepted()
    {
        await using var rig = await RestRig.StartAsync(Answering);
        for (var id = 1; id <= 20; id++)
        {
            rig.Dispatcher.TryEnqueue(Samples.Element(Samples.Command(id)));
        }

        await rig.Dispatcher.StopAsync(Cancellation);

        Assert.All(Enumerable.Range(1, 20), id => Assert.Equal(1, rig.Fake.Interactions.Answers(Samples.Token(id))));
    }

    [Fact, Trait("Rule", "48")]
    public async Task An_interaction_whose_data_cannot_be_read_still_reaches_the_handler_without_it()
    {
        Interaction? heard = null;
        await using var rig = await RestRig.StartAsync((interaction, respond, cancellation) =>
        {
            heard = interaction;
            return respond(new InteractionResponse.Reply(Text), cancellation);
        });
        var odd = Samples.Command(1);
        odd["data"] = new JsonArray("not", "an", "object");

        rig.Dispatcher.TryEnqueue(Samples.Element(odd));
        await CallbackAsync(rig);

        Assert.Equal(InteractionType.ApplicationCommand, heard?.Type);
        Assert.Null(heard?.Data);
    }

    [Fact, Trait("Rule", "48")]
    public async Task An_unknown_type_over_the_gateway_is_left_alone()
    {
        await using var rig = await RestRig.StartAsync(Answering);
        var odd = Samples.Command(1);
        odd["type"] = 99;

        Assert.False(rig.Dispatcher.TryEnqueue(Samples.Element(odd)));
        Assert.False(rig.Dispatcher.TryEnqueue(Samples.Element(new JsonArray())));

        Assert.Empty(rig.Fake.Requests);
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

    private static InteractionResponse Answer(string kind) => kind switch
    {
        "update" => new InteractionResponse.Update(new MessageEdit { Content = "x" }),
        "choices" => InteractionResponse.Choices.None,
        "modal" => new InteractionResponse.Modal(new ModalForm("form", "Title", [])),
        _ => new InteractionResponse.Reply(Text),
    };

    private static JsonObject Sample(string kind, long id) => kind switch
    {
        "command" => Samples.Command(id),
        "message command" => Samples.MessageCommand(id),
        "button" => Samples.Button(id),
        "select" => Samples.Select(id),
        "autocomplete" => Samples.Autocomplete(id),
        _ => Samples.Modal(id),
    };

    private static Task<JournalEntry> CallbackAsync(RestRig rig) => WaitAsync(rig, "POST");

    private static int Type(JournalEntry callback) => Json.Number(JsonNode.Parse(callback.Body)!["type"]);

    private static Task<JournalEntry> WaitAsync(RestRig rig, string method, int count = 1) =>
        rig.Fake.AnsweredAsync(method, "", count, Cancellation);
}
