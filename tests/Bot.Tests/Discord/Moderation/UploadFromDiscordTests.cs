using System.Text;
using System.Text.RegularExpressions;
using Bot.Storage;
using Bot.Tests.FakeDiscord;
using Bot.Tests.Library;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.Discord.Moderation;

/// <summary>Files that come by Discord: only from where they should, within bounds, and nothing of their addresses is kept.</summary>
public sealed partial class UploadFromDiscordTests
{
    private const string Quill = "General Ombra of Zentavia crossed the river Quill with nine thousand men.\n";

    private static readonly ServerId Home = ModeratorRig.Server(ModeratorRig.Home);

    [Fact]
    [Trait("Rule", "83")]
    public async Task A_file_from_anywhere_else_is_not_asked_for_and_the_moderator_told_why()
    {
        await using var rig = await ModeratorRig.StartAsync();
        var port = rig.Cdn.Authority.Split(':')[1];
        var target = rig.Cdn.Put("/secret", "secret"u8.ToArray());
        string[] urls =
        [
            "https://evil.test/a.txt", "http://cdn.discordapp.com/a.txt", "https://cdn.discordapp.com.evil.test/a.txt", "https://user@cdn.discordapp.com/a.txt", "https://cdn.discordapp.com:8443/a.txt",
            $"http://localhost:{port}/secret", $"http://user@127.0.0.1:{port}/secret", "file:///etc/passwd", "not an address", "",
        ];

        foreach (var url in urls)
        {
            var answer = await rig.SendAsync(rig.Add([rig.AttachAt(url)]));
            Assert.Contains("not lie on Discord's file host", ModeratorRig.Shown(answer), StringComparison.Ordinal);
        }

        var moved = rig.Attach("moved.txt", 10, context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = target;
            return Task.CompletedTask;
        });
        Assert.Contains("could not be fetched", ModeratorRig.Shown(await rig.SendAsync(rig.Add([moved]))), StringComparison.Ordinal);
        Assert.DoesNotContain(rig.Clio.Rest.Journal.Entries, static entry => entry is { Kind: "cdn", Subject: "GET /secret" });
        Assert.Equal(0, rig.Get<LectureStore>().BytesOf(Home));
    }

    [Fact]
    [Trait("Rule", "84")]
    public async Task What_is_not_as_announced_or_no_transcript_is_refused_and_nothing_kept()
    {
        await using var rig = await ModeratorRig.StartAsync();
        var png = new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0, 0, 0, 0, 0, 0, 0, 0 };
        (System.Text.Json.Nodes.JsonObject File, string Reason)[] files =
        [
            (rig.Attach("longer.txt", 4, Serve(Quill)), "not as long as announced"),
            (rig.Attach("shorter.txt", 500, Serve(Quill)), "not as long as announced"),
            (rig.Attach("large.txt", 500_000_000, Serve(Quill)), "more than"),
            (rig.Attach("endless.txt", 100, EndlessAsync), "more than"),
            (rig.Attach("picture.vtt", png), "picture.vtt"),
            (rig.Attach("program.exe", "MZ"), "not read"),
            (rig.Attach("broken.txt", [.. "The words "u8, 0, 1, 2, 0, 0xFF, 0xFE, 0]), "broken.txt"),
            (rig.Attach("empty.txt", ""), "empty.txt"),
            (rig.Attach("traversal.zip", LibraryRig.ZipOf(("../../etc/cron.d/a.txt", Encoding.UTF8.GetBytes(Quill)))), "traversal.zip"),
            (rig.Attach("many.zip", LibraryRig.ZipOf([.. Enumerable.Range(0, 10_000).Select(static i => ($"{i}.txt", new byte[1]))])), "many.zip"),
        ];

        foreach (var (file, reason) in files)
        {
            var answer = await rig.SendAsync(rig.Add([file]));
            Assert.Contains(reason, ModeratorRig.Shown(answer), StringComparison.Ordinal);
            Assert.Contains("Not taken", ModeratorRig.Shown(answer), StringComparison.Ordinal);
            Assert.Empty(ModeratorRig.Components(answer));
            Assert.True(ClioRig.IsPrivate(answer) || answer["data"]!["flags"] is null);
        }

        Assert.Equal(0, rig.Get<LectureStore>().BytesOf(Home));
        Assert.Equal(0, rig.Get<DraftStore>().Count(Home));
    }

    [Fact]
    [Trait("Rule", "84")]
    public async Task A_name_that_leads_elsewhere_or_hides_something_is_a_plain_name_and_markup_in_it_is_text()
    {
        await using var rig = await ModeratorRig.StartAsync();
        const string Hostile = "@everyone **bold** [x](https://evil.test) <@1> ||s|| `c`";

        var draft = await rig.SendAsync(rig.Add(
            [rig.Attach("../../@everyone\u202Etxt.txt", $"{Hostile} said General Ombra of Zentavia. <script>alert(1)</script>\n")], ("title", Hostile), ("series", "# " + Hostile), ("speaker", Hostile)));
        var form = await rig.PressAsync(draft, "Edit details");
        var published = await rig.PressAsync(draft, "Publish");
        var many = await rig.SendAsync(rig.Add([rig.Attach("@everyone.txt", Quill), rig.Attach("**b**.txt", "The bishop of Tarn counted his sheep.\n")]));

        Assert.Equal(9, ClioRig.Type(form));
        foreach (var answer in new[]
        {
            draft, published, many, await rig.SendAsync(rig.Command("library list")), await rig.SendAsync(rig.Command("library history")),
            await rig.SendAsync(rig.Command("library show", ("lecture", Hostile))), await rig.SendAsync(rig.Command("library remove", ("lecture", Hostile))),
            await rig.SendAsync(rig.Command("library list", ("filter", "@everyone <@1> # a"))), await rig.SendAsync(rig.Command("names add", ("names", "@everyone = <@1>"))),
            await rig.SendAsync(rig.Command("questions add", ("question", Hostile), ("lecture", Hostile))), await rig.SendAsync(rig.Command("questions check")),
        })
        {
            RequireInert(ClioRig.Description(answer));
        }

        Assert.DoesNotContain("..", ModeratorRig.Shown(draft), StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Rule", "85")]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_file_that_Discord_has_no_longer_is_to_be_uploaded_again_and_asked_for_once(int status)
    {
        await using var rig = await ModeratorRig.StartAsync();
        var file = rig.Attach("gone.txt", 10, context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        var answer = await rig.SendAsync(rig.Add([file]));

        Assert.Contains("Please upload it again", ModeratorRig.Shown(answer), StringComparison.Ordinal);
        var request = Assert.Single(rig.Clio.Rest.Journal.Entries, static entry => entry.Kind == "cdn");
        Assert.DoesNotContain("Authorization", request.Headers.Keys);
    }

    [Fact]
    [Trait("Rule", "86")]
    public async Task The_download_comes_before_anything_else_and_its_address_is_kept_nowhere()
    {
        await using var rig = await ModeratorRig.StartAsync();

        var draft = await rig.SendAsync(rig.Add([rig.Attach("quill.txt", Quill)]));
        var entries = rig.Clio.Rest.Journal.Entries;
        await rig.PressAsync(draft, "Publish");
        await rig.SendAsync(rig.Command("reindex run", ("all", true)));

        Assert.True(entries.First(static entry => entry.Kind == "cdn").Number < entries.Last(static entry => entry.Kind == "answer").Number);
        Assert.All(["66aabbcc", "0123456789abcdef", "/attachments/1/", rig.Cdn.Authority], part => Assert.DoesNotContain(part, StoredBytes(rig), StringComparison.Ordinal));
        Assert.DoesNotContain(rig.Clio.Log.Lines, static line => line.Text.Contains("66aabbcc", StringComparison.Ordinal));
        Assert.Contains("Ombra", StoredBytes(rig), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "84")]
    public async Task No_more_uploads_are_held_in_memory_than_a_few()
    {
        await using var rig = await ModeratorRig.StartAsync();
        var (begun, gate) = (0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var slow = Enumerable.Range(0, 4).Select(i => rig.SendAsync(rig.Add([rig.Attach($"{i}.txt", Encoding.UTF8.GetByteCount(Quill), async context =>
        {
            Interlocked.Increment(ref begun);
            await gate.Task;
            await context.Response.WriteAsync(Quill);
        })], ("title", $"Lecture {i}")))).ToList();
        await Eventually.TrueAsync(() => Volatile.Read(ref begun) == 4);

        var fifth = await rig.SendAsync(rig.Add([rig.Attach("fifth.txt", Quill)]));
        gate.SetResult();

        Assert.Contains("try again in a minute", ModeratorRig.Shown(fifth), StringComparison.Ordinal);
        Assert.All(await Task.WhenAll(slow), static answer => Assert.Contains("understood", ModeratorRig.Shown(answer), StringComparison.Ordinal));
    }

    private static RequestDelegate Serve(string text) => context => context.Response.WriteAsync(text);

    private static async Task EndlessAsync(HttpContext context)
    {
        try
        {
            while (true)
            {
                await context.Response.Body.WriteAsync(new byte[1 << 16], context.RequestAborted);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // Clio has had enough.
        }
    }

    private static void RequireInert(string description) => Assert.DoesNotMatch(Active(), Escaped().Replace(Ours().Replace(description, ""), ""));

    private static string StoredBytes(ModeratorRig rig) => string.Concat(new DirectoryInfo(rig.StoreFolder).EnumerateFiles("*", SearchOption.AllDirectories).Select(static file =>
    {
        using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }));

    [GeneratedRegex(@"\\.", RegexOptions.Singleline)]
    private static partial Regex Escaped();

    /// <summary>Times and the one who changed something, which the template writes.</summary>
    [GeneratedRegex(@"<t:\d+:f>|<@\d{17,20}>")]
    private static partial Regex Ours();

    [GeneratedRegex(@"@(everyone|here)|<(@|#|t:|/|id:|:)|\|\||`|\]\(|https?://|^(#|-#|>>>)|[\u202A-\u202E\u2066-\u2069]", RegexOptions.Multiline)]
    private static partial Regex Active();
}
