using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Tests.FakeDiscord;

namespace Bot.Tests.Discord.Commands;

/// <summary>Transcripts, headings and questions made to break out; the oracle judges every body beside.</summary>
public sealed partial class HostileTextTests
{
    private const string Hostile =
        "@everyone <@1> <@&1> ```code ](http://evil.test) ||spoiler|| **bold** # heading -# small >>> quote <t:0> </x:1> <id:guide> https://evil.test/x [a](https://evil.test) \u202Eabc\u2066 \uD83D\uDE00 אבג Z\u0301\u0302\u0303\u0304\u0305\u0306\u0307";

    /// <summary>The lecture answers it, so its words are shown, and the buttons below them.</summary>
    private const string Answered = "Who removed Khrushchev number 5?";

    private static readonly string[] Questions =
    [
        Answered, Hostile, "khrushchev " + Hostile, new string('a', 4_000), string.Concat(Enumerable.Repeat("Khrushchev ", 36)), "\uD800 lone surrogate of Khrushchev", "@everyone why was Khrushchev removed?",
        string.Concat(Enumerable.Repeat("\uD83D\uDE00", 400)), "?", " ", "\u202E",
    ];

    [Fact]
    [Trait("Rule", "76")]
    [Trait("Rule", "77")]
    [Trait("Rule", "78")]
    public async Task Nothing_hostile_becomes_markup_in_any_answer()
    {
        using var lectures = new TemporaryFolder();
        lectures.Write("evil/one.txt", Lecture());
        await using var rig = await ClioRig.StartAsync(("Library:Lectures", lectures.Path));

        foreach (var question in Questions)
        {
            var answer = await rig.AskAsync(question);
            RequireInert(answer);
            Assert.True(question != Answered || ClioRig.ButtonIds(answer).Count >= 6, "the lecture should answer this");
            foreach (var label in ClioRig.ButtonIds(answer).Keys)
            {
                RequireInert(await rig.PressAsync(answer, label));
            }

            var message = Samples.MessageCommand(rig.NextId());
            message["data"]!["resolved"]!["messages"]!["55"]!["content"] = question;
            RequireInert(await rig.SendAsync(message));
            var typed = Samples.Autocomplete(rig.NextId(), question);
            Assert.Equal(8, ClioRig.Type(await rig.SendAsync(typed)));
        }

        RequireInert(await rig.SendAsync(rig.Command("lectures")));
    }

    private static void RequireInert(JsonObject callback)
    {
        var text = ClioRig.Description(callback);
        Assert.InRange(text.EnumerateRunes().Count(), 1, 4_096);

        // What stands behind a backslash is shown as it is; what is left over is markup: the small print of citations, the headings of lists.
        var markup = Escaped().Replace(Template().Replace(Fences().Replace(text, ""), ""), "");
        Assert.DoesNotMatch(Active(), markup);
        Assert.True(Regex.Count(markup, @"\*\*") % 2 == 0, text);
        if (ClioRig.Footer(callback) is { } footer)
        {
            Assert.InRange(footer.EnumerateRunes().Count(), 1, 2_048);
        }
    }

    private static string Lecture()
    {
        var text = new StringBuilder("By @everyone [x](https://evil.test), Ph.D.\n");
        for (var section = 0; section < 5; section++)
        {
            text.Append("\n@here ||Heading|| [h](https://evil.test) ").Append(section).Append('\n');
            for (var sentence = 0; sentence < 20; sentence++)
            {
                text.Append("Khrushchev number ").Append(section * 20 + sentence).Append(" was removed by ").Append(Hostile.Replace('\n', ' ')).Append(". ");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A citation begins with the series, which is made of the folder's name.</summary>
    [GeneratedRegex(@"^(-# (?=Evil ·|Also searched: )|### (?=Evil$))", RegexOptions.Multiline)]
    private static partial Regex Template();

    [GeneratedRegex(@"\\.", RegexOptions.Singleline)]
    private static partial Regex Escaped();

    [GeneratedRegex(@"^```\n[^`]*\n```$", RegexOptions.Multiline)]
    private static partial Regex Fences();

    [GeneratedRegex(@"@(everyone|here)|<(@|#|t:|/|id:|:)|\|\||`|\]\(|https?://|^(#|-#|>>>)|[\u202A-\u202E\u2066-\u2069]", RegexOptions.Multiline)]
    private static partial Regex Active();
}
