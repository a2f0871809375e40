using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Discord.Delivery;
using Bot.Discord.Protocol;
using Bot.Discord.Rest;
using Bot.Tests.FakeDiscord;
using Bot.Tests.FakeDiscord.Oracle;

namespace Bot.Tests.Discord.Delivery;

public sealed class InteractionEndpointTests
{
    private static readonly InteractionHandler Answering = (_, respond, cancellation) =>
        respond(new InteractionResponse.Reply(new MessageCreate { Content = "because" }), cancellation);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("Rule", "39")]
    public async Task A_signed_ping_is_answered_with_exactly_a_pong()
    {
        await using var rig = await HttpRig.StartAsync(Answering);

        var response = await rig.Client.SendAsync(rig.Signer.Request("""{"id":"1","application_id":"2","type":1,"token":"itoken-1","version":1}"""), Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("""{"type":1}""", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact, Trait("Rule", "39")]
    public async Task A_ping_without_id_and_token_is_answered_too()
    {
        await using var rig = await HttpRig.StartAsync(Answering);

        var response = await rig.Client.SendAsync(rig.Signer.Request("""{"type":1}"""), Cancellation);

        Assert.Equal("""{"type":1}""", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory, Trait("Rule", "42")]
    [InlineData("Чому зняли Хрущова?")]
    [InlineData("👑🏛️ pourquoi ? 為什麼")]
    public async Task A_chunked_body_of_any_script_is_accepted(string question)
    {
        string? heard = null;
        await using var rig = await HttpRig.StartAsync((interaction, respond, cancellation) =>
        {
            heard = interaction.Data?.Options?[0].Text;
            return Answering(interaction, respond, cancellation);
        });
        // Not escaped: the bytes are to be those of the script.
        var body = Encoding.UTF8.GetBytes(Samples.Command(1, "QUESTION").ToJsonString().Replace("QUESTION", question, StringComparison.Ordinal));
        var request = rig.Signer.Request(body);
        request.Content!.Headers.ContentLength = null;
        request.Headers.TransferEncodingChunked = true;

        var response = await rig.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(question, heard);
    }

    [Theory, Trait("Rule", "43")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_beyond_the_limit_is_refused(bool isChunked)
    {
        await using var rig = await HttpRig.StartAsync(Answering);
        var request = rig.Signer.Request(new byte[2 << 20]);
        request.Headers.TransferEncodingChunked = isChunked;
        request.Headers.ExpectContinue = true;

        using var response = await rig.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await rig.PostAsync(Samples.Command(1))).StatusCode);
    }

    [Fact, Trait("Rule", "43")]
    public async Task An_announced_length_of_two_gigabytes_allocates_nothing_of_it()
    {
        await using var rig = await HttpRig.StartAsync(Answering);
        await rig.PostAsync(Samples.Command(1));
        var before = GC.GetTotalAllocatedBytes(precise: true);
        using var socket = new TcpClient();
        await socket.ConnectAsync(rig.Client.BaseAddress!.Host, rig.Client.BaseAddress.Port, Cancellation);
        await using var stream = socket.GetStream();
        var head = $"POST /interactions HTTP/1.1\r\nHost: x\r\nContent-Length: 2147483648\r\nX-Signature-Timestamp: 1\r\nX-Signature-Ed25519: {new string('a', 128)}\r\n\r\n{{\"t";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), Cancellation);

        var answer = new byte[12];
        await stream.ReadExactlyAsync(answer, Cancellation);

        Assert.Equal("HTTP/1.1 413", Encoding.ASCII.GetString(answer));
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 64 << 20);
        Assert.Equal(HttpStatusCode.OK, (await rig.PostAsync(Samples.Command(2))).StatusCode);
    }

    [Fact, Trait("Rule", "45")]
    public async Task A_handler_that_needs_long_is_announced_in_time_and_answers_by_an_edit()
    {
        var (entered, ready) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var rig = await HttpRig.StartAsync(async (_, respond, cancellation) =>
        {
            entered.SetResult();
            await ready.Task.WaitAsync(cancellation);
            await respond(new InteractionResponse.Reply(new MessageCreate { Content = "at last" }), cancellation);
        });
        var posted = rig.PostAsync(Samples.Command(1));
        await entered.Task.WaitAsync(Cancellation);

        rig.Time.Advance(FirstResponse.DeferAfter);
        var deferral = await rig.Fake.Journal.WaitForAsync(entry => entry.Subject.EndsWith("/callback", StringComparison.Ordinal), Cancellation);
        var response = await posted;
        ready.SetResult();
        var edit = await rig.Fake.Journal.WaitForAsync(entry => entry.Subject.StartsWith("PATCH", StringComparison.Ordinal), Cancellation);

        Assert.True(FirstResponse.DeferAfter <= TimeSpan.FromSeconds(2));
        Assert.Equal(5, Json.Number(JsonNode.Parse(deferral.Body)!["type"]));
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.EndsWith("/messages/@original", edit.Subject);
        Assert.Equal("at last", Json.Text(JsonNode.Parse(edit.Body)!["content"]));
    }

    [Fact, Trait("Rule", "46")]
    public async Task An_answer_by_callback_leaves_the_request_with_202_and_no_body()
    {
        await using var rig = await HttpRig.StartAsync((_, respond, cancellation) =>
            respond(InteractionResponse.DeferredReply.Private, cancellation));

        var response = await rig.PostAsync(Samples.Command(1));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(1, rig.Fake.Interactions.Answers(Samples.Token(1)));
    }

    [Fact, Trait("Rule", "46")]
    public async Task An_answer_that_is_ready_goes_inline_and_nowhere_else()
    {
        await using var rig = await HttpRig.StartAsync(Answering);

        var response = await rig.PostAsync(Samples.Command(1));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(1, rig.Fake.Interactions.Answers(Samples.Token(1)));
        Assert.Empty(rig.Fake.Requests);
    }

    [Fact, Trait("Rule", "46")]
    public async Task The_handler_hears_when_its_inline_answer_is_out()
    {
        var heard = new TaskCompletionSource<Delivered>();
        await using var rig = await HttpRig.StartAsync(async (_, respond, cancellation) =>
            heard.SetResult(await respond(new InteractionResponse.Reply(new MessageCreate { Content = "first" }), cancellation)));

        await rig.PostAsync(Samples.Command(1));

        Assert.IsType<Delivered.Sent>(await heard.Task.WaitAsync(Cancellation));
    }

    [Fact, Trait("Rule", "47")]
    public async Task A_replayed_request_gets_no_second_answer()
    {
        var handled = 0;
        await using var rig = await HttpRig.StartAsync((interaction, respond, cancellation) =>
        {
            Interlocked.Increment(ref handled);
            return Answering(interaction, respond, cancellation);
        });

        var first = await rig.PostAsync(Samples.Command(1));
        var second = await rig.PostAsync(Samples.Command(1));

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(1, handled);
    }

    [Theory, Trait("Rule", "48")]
    [InlineData("""{"id":"1","token":"itoken-1","type":99}""")]
    [InlineData("""{"id":"1","token":"itoken-1"}""")]
    [InlineData("""{"id":"1","type":2}""")]
    [InlineData("[]")]
    [InlineData("not json")]
    [InlineData("")]
    public async Task What_is_no_interaction_that_we_know_gets_400(string body)
    {
        await using var rig = await HttpRig.StartAsync(Answering);

        var response = await rig.Client.SendAsync(rig.Signer.Request(body), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory, Trait("Rule", "48")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_handler_that_fails_or_says_nothing_still_leaves_a_polite_private_answer(bool throws)
    {
        await using var rig = await HttpRig.StartAsync((_, _, _) =>
            throws ? throw new InvalidOperationException("secret detail") : Task.CompletedTask);

        var response = await rig.PostAsync(Samples.Command(77));

        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(64, Json.Number(JsonNode.Parse(text)!["data"]!["flags"]));
        Assert.Contains("77", text);
        Assert.DoesNotContain("secret detail", text);
    }

    [Fact]
    public async Task A_full_queue_says_busy_at_once_and_privately()
    {
        var release = new TaskCompletionSource();
        var entered = new SemaphoreSlim(0);
        await using var rig = await HttpRig.StartAsync(
            async (_, respond, cancellation) =>
            {
                entered.Release();
                await release.Task.WaitAsync(cancellation);
                await respond(new InteractionResponse.Reply(new MessageCreate { Content = "late" }), cancellation);
            },
            ("Discord:Workers", "1"), ("Discord:QueueLength", "1"));
        var first = rig.PostAsync(Samples.Command(1));
        await entered.WaitAsync(Cancellation);
        var (second, third) = (rig.PostAsync(Samples.Command(2)), rig.PostAsync(Samples.Command(3)));

        // One of the two waits in the queue, the other found it full.
        var busy = await await Task.WhenAny(second, third);
        var text = await busy.Content.ReadAsStringAsync(Cancellation);
        release.SetResult();
        await Task.WhenAll(first, second, third);

        Assert.Contains("try again", text);
        Assert.Equal(64, Json.Number(JsonNode.Parse(text)!["data"]!["flags"]));
    }
}
