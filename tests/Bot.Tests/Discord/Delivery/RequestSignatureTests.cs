using System.Net;
using System.Text;
using Bot.Discord.Delivery;
using Bot.Discord.Protocol;
using Bot.Tests.FakeDiscord;

namespace Bot.Tests.Discord.Delivery;

public sealed class RequestSignatureTests
{
    private static readonly InteractionHandler Answering = (_, respond, cancellation) =>
        respond(new InteractionResponse.Reply(new MessageCreate { Content = "because" }), cancellation);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, Trait("Rule", "40")]
    [InlineData("wrong signature")]
    [InlineData("other body")]
    [InlineData("other timestamp")]
    [InlineData("no signature")]
    [InlineData("no timestamp")]
    [InlineData("not hexadecimal")]
    [InlineData("63 bytes")]
    [InlineData("65 bytes")]
    [InlineData("empty")]
    [InlineData("long timestamp")]
    public async Task A_request_that_is_not_signed_gets_401_and_nobody_hears_of_it(string fault)
    {
        var handled = 0;
        await using var rig = await HttpRig.StartAsync((interaction, respond, cancellation) =>
        {
            Interlocked.Increment(ref handled);
            return Answering(interaction, respond, cancellation);
        });
        foreach (var body in new[] { """{"type":1}""", Samples.Command(1).ToJsonString() })
        {
            var response = await rig.Client.SendAsync(Faulty(rig.Signer, Encoding.UTF8.GetBytes(body), fault), Cancellation);

            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
        }

        Assert.Equal(0, handled);
        Assert.Empty(rig.Fake.Requests);
    }

    [Fact, Trait("Rule", "40")]
    public async Task Upper_case_digits_of_a_valid_signature_are_accepted()
    {
        await using var rig = await HttpRig.StartAsync(Answering);
        var body = Encoding.UTF8.GetBytes("""{"type":1}""");

        var response = await rig.Client.SendAsync(rig.Signer.Request(body, "17", rig.Signer.Sign("17", body).ToUpperInvariant()), Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact, Trait("Rule", "41")]
    public async Task The_raw_bytes_are_verified_not_their_meaning()
    {
        await using var rig = await HttpRig.StartAsync(Answering);
        var signed = Encoding.UTF8.GetBytes("""{"type":1, "id":"1"}""");
        var signature = rig.Signer.Sign("17", signed);
        foreach (var same in new[] { """{"type":1,"id":"1"}""", """{"type":1, "id":"1"} """, """{"id":"1","type":1}""" })
        {
            var response = await rig.Client.SendAsync(rig.Signer.Request(Encoding.UTF8.GetBytes(same), "17", signature), Cancellation);

            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }
    }

    [Fact, Trait("Rule", "44")]
    public async Task Wrong_signatures_among_right_ones_change_nothing()
    {
        var handled = 0;
        await using var rig = await HttpRig.StartAsync((interaction, respond, cancellation) =>
        {
            Interlocked.Increment(ref handled);
            return Answering(interaction, respond, cancellation);
        });
        var statuses = await Task.WhenAll(Enumerable.Range(1, 200).Select(async id =>
            id % 2 == 0
                ? (await rig.PostAsync(Samples.Command(id))).StatusCode
                : (await rig.Client.SendAsync(Faulty(rig.Signer, Encoding.UTF8.GetBytes(Samples.Command(id).ToJsonString()), "wrong signature"), Cancellation)).StatusCode));

        Assert.Equal(100, statuses.Count(status => status == HttpStatusCode.OK));
        Assert.Equal(100, statuses.Count(status => status == HttpStatusCode.Unauthorized));
        Assert.Equal(100, handled);
    }

    [Fact, Trait("Rule", "59")]
    public async Task A_timestamp_far_from_our_clock_is_no_reason_to_refuse()
    {
        await using var rig = await HttpRig.StartAsync(Answering);
        foreach (var timestamp in new[] { "0", "1700000000", "99999999999" })
        {
            var response = await rig.Client.SendAsync(rig.Signer.Request("""{"type":1}"""u8.ToArray(), timestamp), Cancellation);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    private static HttpRequestMessage Faulty(SigningClient signer, byte[] body, string fault)
    {
        const string Timestamp = "1700000000";
        var right = signer.Sign(Timestamp, body);
        var request = fault switch
        {
            "wrong signature" => signer.Request(body, Timestamp, (right[0] == 'f' ? "0" : "f") + right[1..]),
            "other body" => signer.Request(body, Timestamp, signer.Sign(Timestamp, "{}"u8)),
            "other timestamp" => signer.Request(body, Timestamp, signer.Sign("1700000001", body)),
            "not hexadecimal" => signer.Request(body, Timestamp, "zz" + right[2..]),
            "63 bytes" => signer.Request(body, Timestamp, right[2..]),
            "65 bytes" => signer.Request(body, Timestamp, right + "00"),
            "empty" => signer.Request(body, Timestamp, ""),
            "long timestamp" => signer.Request(body, new string('1', 5_000)),
            _ => signer.Request(body, Timestamp),
        };
        if (fault.StartsWith("no ", StringComparison.Ordinal))
        {
            request.Headers.Remove(fault == "no signature" ? "X-Signature-Ed25519" : "X-Signature-Timestamp");
        }

        return request;
    }
}
