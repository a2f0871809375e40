using System.Text.Json.Nodes;
using Bot.Tests.FakeDiscord;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Discord.Commands;

/// <summary>What a member sees, from the interaction to the answer, through the whole program.</summary>
public sealed class EndToEndTests
{
    private const string Question = "Why was Khrushchev removed from power?";

    /// <summary>Whatever brings an interaction, the same tests.</summary>
    public static TheoryData<string> Deliveries => [.. DeliveryUnderTest.All.Select(static delivery => delivery.Name)];

    [Theory]
    [Trait("Rule", "50")]
    [MemberData(nameof(Deliveries))]
    public async Task A_question_is_answered_with_the_sentence_in_bold_and_the_question_below(string delivery)
    {
        await using var rig = await ClioRig.StartAsync(DeliveryUnderTest.Named(delivery));

        var answer = await rig.AskAsync(Question);

        Assert.Equal(4, ClioRig.Type(answer));
        Assert.StartsWith("**In October 1964", ClioRig.Description(answer), StringComparison.Ordinal);
        Assert.Contains("The Fall of Khrushchev", ClioRig.Description(answer), StringComparison.Ordinal);
        Assert.Equal(Question, ClioRig.Footer(answer));
        Assert.False(ClioRig.IsPrivate(answer));
        Assert.Single(rig.Rest.RequestsTo("GET", "/applications/@me"));
    }

    [Fact]
    public async Task Another_name_that_was_searched_for_stands_below_and_the_question_stays_letter_by_letter()
    {
        const string Other = "Which son of Caesar was Octavian*? ";
        await using var rig = await ClioRig.StartAsync();

        var answer = await rig.AskAsync(Other);
        var back = await rig.PressAsync(await rig.PressAsync(answer, "▶"), "◀");
        var why = await rig.PressAsync(answer, "Why");

        Assert.Matches(@"\n\n-# Also searched: [^\n]+ \(for octavian\)$", ClioRig.Description(answer));
        Assert.Equal(Other.Trim(), ClioRig.Footer(answer));
        Assert.Equal(answer["data"]!["embeds"]!.ToJsonString(), back["data"]!["embeds"]!.ToJsonString());
        Assert.Contains("(for octavian)", ClioRig.Description(why), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("who was the greek god of wine", "Closest in subject:")]
    [InlineData("zzyzx quux", "")]
    public async Task A_question_that_the_lectures_do_not_answer_is_told_how_to_ask_better(string question, string part)
    {
        await using var rig = await ClioRig.StartAsync();

        var answer = ClioRig.Description(await rig.AskAsync(question));

        Assert.Contains("do not seem to answer", answer, StringComparison.Ordinal);
        Assert.Contains(part, answer, StringComparison.Ordinal);
        Assert.Contains("Try the names", answer, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Deliveries))]
    public async Task The_first_start_of_all_logs_no_fault(string delivery)
    {
        using var parent = new TemporaryFolder();
        await using var rig = await ClioRig.StartAsync(DeliveryUnderTest.Named(delivery), ("Library:Store", parent.File("not/yet")));

        await rig.LoggedAsync(LogLevel.Information, "Commands replaced");

        Assert.DoesNotContain(rig.Log.Lines, static line => line.Level >= LogLevel.Warning);
    }

    [Fact]
    [Trait("Rule", "50")]
    public async Task A_question_by_HTTP_is_answered_as_by_gateway()
    {
        await using var http = await ClioRig.StartAsync(DeliveryUnderTest.Http);
        await using var gateway = await ClioRig.StartAsync();

        var one = await http.AskAsync(Question);
        var other = await gateway.AskAsync(Question);

        Assert.Equal(other.ToJsonString(), one.ToJsonString());
        await http.LoggedAsync(LogLevel.Information, "Commands replaced");
    }

    [Theory]
    [Trait("Rule", "79")]
    [MemberData(nameof(Deliveries))]
    public async Task Every_button_works_also_after_a_restart_in_between(string delivery)
    {
        await using var rig = await ClioRig.StartAsync(DeliveryUnderTest.Named(delivery));
        var answer = await rig.AskAsync(Question);
        var hidden = await rig.AskAsync(Question, ("private", true));
        Assert.True(ClioRig.IsPrivate(hidden));

        await rig.StopClioAsync();
        await rig.StartClioAsync();

        var second = await rig.PressAsync(answer, "▶");
        Assert.Equal(7, ClioRig.Type(second));
        Assert.Equal(Question, ClioRig.Footer(second));
        Assert.StartsWith("4\\. ", ClioRig.Description(second), StringComparison.Ordinal);
        var back = await rig.PressAsync(second, "◀");
        Assert.Equal(ClioRig.Description(answer), ClioRig.Description(back));
        Assert.Equal(ClioRig.ButtonIds(answer), ClioRig.ButtonIds(back));

        var open = await rig.PressAsync(answer, "Open 2");
        Assert.True(ClioRig.IsPrivate(open));
        Assert.False(ClioRig.IsPrivate(await rig.PressAsync(open, "Share")));

        var context = await rig.PressAsync(answer, "Context");
        Assert.True(ClioRig.IsPrivate(context));
        var later = await rig.PressAsync(context, "Later ▶");
        Assert.Equal(7, ClioRig.Type(later));
        Assert.Equal(ClioRig.Description(context), ClioRig.Description(await rig.PressAsync(later, "◀ Earlier")));

        var cite = ClioRig.Description(await rig.PressAsync(answer, "Cite"));
        Assert.All(["Chicago", "MLA", "BibTeX", "@misc{marchetti", "“The Fall of Khrushchev,”"], part => Assert.Contains(part, cite, StringComparison.Ordinal));

        var why = ClioRig.Description(await rig.PressAsync(answer, "Why"));
        Assert.Contains("Khrushchev", why, StringComparison.Ordinal);

        var shared = await rig.PressAsync(hidden, "Share");
        Assert.Equal(4, ClioRig.Type(shared));
        Assert.False(ClioRig.IsPrivate(shared));
        Assert.Equal(ClioRig.Description(answer), ClioRig.Description(shared));
    }

    [Theory]
    [Trait("Rule", "81")]
    [MemberData(nameof(Deliveries))]
    public async Task Who_did_not_ask_leafs_in_a_message_of_their_own(string delivery)
    {
        await using var rig = await ClioRig.StartAsync(DeliveryUnderTest.Named(delivery));
        var answer = await rig.AskAsync(Question);

        var page = await rig.PressAsync(answer, "▶", presser: "830000000000000002");

        Assert.Equal(4, ClioRig.Type(page));
        Assert.True(ClioRig.IsPrivate(page));
    }

    [Theory]
    [Trait("Rule", "48")]
    [Trait("Rule", "80")]
    [MemberData(nameof(Deliveries))]
    public async Task What_is_unknown_old_or_forged_gets_a_private_sentence(string delivery)
    {
        await using var rig = await ClioRig.StartAsync(DeliveryUnderTest.Named(delivery));
        var answer = await rig.AskAsync(Question);
        string[] forged =
        [
            "more:1", "v0:page:1:-:-", "v2:page:4:-:-", "v1:page:0:-:-", "v1:page:31:-:-", "v1:page:+4:-:-", "v1:page:4:-", "v1:page:4:ABCDEFGH:-", "v1:why:x",
            "v1:context:aaaaaaaaaaaaaaaa:z", "v1:cite:aaaaaaaaaaaaaaaa:5:1:1:2", "v1:open:aaaaaaaaaaaaaaaa:0:9:8:12", "v1:lectures:-1:-", "",
            // Well formed, and of no passage.
            "v1:why:aaaaaaaaaaaaaaaa", "v1:context:aaaaaaaaaaaaaaaa:o", "v1:cite:aaaaaaaaaaaaaaaa:0:9:0:9", "v1:share1:aaaaaaaaaaaaaaaa:0:9:0:9",
        ];

        foreach (var id in forged)
        {
            var refusal = await rig.PressIdAsync(answer, id);
            Assert.Equal(4, ClioRig.Type(refusal));
            Assert.True(ClioRig.IsPrivate(refusal), id);
        }

        var wrongPlace = ClioRig.ButtonIds(answer)["Cite"].Split(':');
        wrongPlace[4] = wrongPlace[3] = "1";
        Assert.True(ClioRig.IsPrivate(await rig.PressIdAsync(answer, string.Join(':', wrongPlace))));
        Assert.True(ClioRig.IsPrivate(await rig.SendAsync(rig.Command("unheard-of"))));
        Assert.True(ClioRig.IsPrivate(await rig.SendAsync(Samples.Modal(rig.NextId()))));
    }

    [Theory]
    [Trait("Rule", "60")]
    [MemberData(nameof(Deliveries))]
    public async Task Fifty_keystrokes_are_all_answered_with_choices_that_Discord_takes(string delivery)
    {
        await using var rig = await ClioRig.StartAsync(DeliveryUnderTest.Named(delivery));
        const string Typed = "Why was Khrushchev removed from power, and by whom?";

        var answers = await Task.WhenAll(Enumerable.Range(1, 50).Select(length => rig.SendAsync(Samples.Autocomplete(rig.NextId(), Typed[..length]))));

        Assert.All(answers, static answer => Assert.Equal(8, ClioRig.Type(answer)));
        Assert.NotEmpty(answers[2]["data"]!["choices"]!.AsArray());
        var series = Samples.Autocomplete(rig.NextId(), "red");
        series["data"]!["options"]![0]!["name"] = "series";
        var choice = (await rig.SendAsync(series))["data"]!["choices"]![0]!["value"]!.GetValue<string>();
        Assert.Equal("Red Rivals: The Sino-Soviet Split", choice);
        Assert.Contains("Khrushchev", ClioRig.Description(await rig.AskAsync(Question, ("series", choice))), StringComparison.Ordinal);
        Assert.True(ClioRig.IsPrivate(await rig.AskAsync(Question, ("series", "No such series"))));
    }

    [Theory]
    [MemberData(nameof(Deliveries))]
    public async Task The_other_commands_are_answered_privately(string delivery)
    {
        await using var rig = await ClioRig.StartAsync(DeliveryUnderTest.Named(delivery));

        var lectures = await rig.SendAsync(rig.Command("lectures"));
        var more = await rig.PressAsync(lectures, "▶");
        var privacy = await rig.SendAsync(rig.Command("privacy", new JsonObject { ["name"] = "show", ["type"] = 1 }));
        var help = await rig.SendAsync(rig.Command("help"));
        var found = await rig.SendAsync(Samples.MessageCommand(rig.NextId()));

        Assert.All([lectures, privacy, help, found], static answer => Assert.True(ClioRig.IsPrivate(answer)));
        Assert.Equal(7, ClioRig.Type(more));
        Assert.Contains("In October 1964", ClioRig.Description(found), StringComparison.Ordinal);
        Assert.Contains("/privacy erase", ClioRig.Description(privacy), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Deliveries))]
    public async Task Who_asks_too_much_is_told_how_long_to_wait(string delivery)
    {
        await using var rig = await ClioRig.StartAsync(DeliveryUnderTest.Named(delivery), ("Discord:Cooldowns:UserBurst", "2"), ("Discord:Cooldowns:UserPerMinute", "1"));

        _ = await rig.AskAsync(Question);
        _ = await rig.AskAsync(Question);
        var refusal = await rig.AskAsync(Question);

        Assert.True(ClioRig.IsPrivate(refusal));
        Assert.Contains("a lot in a short time", ClioRig.Description(refusal), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Deliveries))]
    public async Task An_empty_library_says_so_and_tells_moderators_what_to_do_first(string delivery)
    {
        using var empty = new TemporaryFolder();
        await using var rig = await ClioRig.StartAsync(DeliveryUnderTest.Named(delivery), ("Library:Lectures", empty.Path));

        var moderator = await rig.AskAsync(Question);
        var asked = rig.AskCommand(Question);
        asked["member"]!["permissions"] = "0";
        var member = await rig.SendAsync(asked);

        Assert.Contains("What to do first", ClioRig.Description(moderator), StringComparison.Ordinal);
        Assert.Contains("ask a moderator", ClioRig.Description(member), StringComparison.Ordinal);
        Assert.False(rig.Health.IsHealthy);
        Assert.StartsWith("Library: ", rig.Health.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Rule", "60")]
    [InlineData("question")]
    [InlineData("series")]
    [InlineData("speaker")]
    [InlineData("unheard-of")]
    public async Task Typing_gets_an_empty_list_where_there_is_nothing_to_choose_from(string option)
    {
        using var empty = new TemporaryFolder();
        await using var rig = await ClioRig.StartAsync(("Library:Lectures", empty.Path));
        var typed = Samples.Autocomplete(rig.NextId());
        typed["data"]!["options"]![0]!["name"] = option;

        var choices = await rig.SendAsync(typed);

        Assert.Equal(8, ClioRig.Type(choices));
        Assert.Empty(choices["data"]!["choices"]!.AsArray());
    }

    [Theory]
    [Trait("Rule", "37")]
    [InlineData("gateway", "interactions_endpoint_url", "https://example.com/i", "not to the gateway")]
    [InlineData("Discord.Net", "interactions_endpoint_url", "https://example.com/i", "not to the gateway")]
    [InlineData("http", "interactions_endpoint_url", null, "to the gateway")]
    [InlineData("http", "verify_key", "00", "Discord:PublicKey")]
    public async Task A_delivery_that_Discord_does_not_use_is_not_healthy_and_named(string delivery, string member, string? value, string reason)
    {
        await using var rig = await ClioRig.StartAsync(DeliveryUnderTest.Named(delivery));
        await rig.StopClioAsync();

        rig.Rest.Application.Self[member] = value;
        await rig.StartClioAsync();
        await rig.LoggedAsync(LogLevel.Error, "No interaction will arrive");

        Assert.False(rig.Health.IsHealthy);
        Assert.Contains(reason, rig.Health.Reason, StringComparison.Ordinal);
    }
}
