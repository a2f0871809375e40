using System.Text.Json.Nodes;
using Bot.Chat.Moderation;
using Bot.Discord.Commands.Moderation;
using Bot.Library;
using Bot.Storage;
using Bot.Tests.FakeDiscord;
using Lectures.Indexing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Discord.Moderation;

/// <summary>The message of a run, from its beginning to its end or to the end of Discord's patience.</summary>
public sealed class ReindexMessageTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);
    private static readonly ServerId Home = ModeratorRig.Server(ModeratorRig.Home);

    [Fact]
    [Trait("Rule", "57")]
    public async Task A_run_of_twenty_minutes_is_shown_for_fourteen_at_most_every_two_seconds_and_then_says_where_to_look()
    {
        await using var rig = await RestRig.StartAsync();
        var interaction = Samples.Read(Samples.Command(7));
        await rig.RunAsync(rig.Interactions.RespondAsync(interaction, Bot.Discord.Protocol.InteractionResponse.DeferredReply.Private, TestContext.Current.CancellationToken));
        var job = new ReindexJob { Id = 1, StartedBy = "1", StartedAt = rig.Time.GetUtcNow(), IsAll = true, IsDry = false };
        using var follower = new ReindexFollower(rig.Interactions, rig.Time, NullLogger<ReindexFollower>.Instance);
        var began = rig.Time.GetTimestamp();

        follower.Follow(interaction, job);
        await rig.RunAsync(WorkAsync(rig, job), Step);

        var edits = rig.Fake.RequestsTo("PATCH", "@original");
        Assert.InRange(edits.Count, 200, 421);
        Assert.All(edits.Zip(edits.Skip(1)), pair => Assert.True(rig.Between(pair.First, pair.Second) >= TimeSpan.FromSeconds(2)));
        Assert.True(rig.Time.GetElapsedTime(began, edits[^1].Timestamp) < TimeSpan.FromMinutes(14.5));
        Assert.Contains("/reindex status", edits[^1].Body, StringComparison.Ordinal);
        Assert.All(edits.SkipLast(1), static edit => Assert.DoesNotContain("/reindex status", edit.Body, StringComparison.Ordinal));
        Assert.True(job.Completion.IsCompletedSuccessfully);
    }

    [Fact]
    [Trait("Rule", "57")]
    public async Task A_run_that_ends_in_time_ends_with_what_it_did()
    {
        await using var rig = await RestRig.StartAsync();
        var interaction = Samples.Read(Samples.Command(7));
        await rig.RunAsync(rig.Interactions.RespondAsync(interaction, Bot.Discord.Protocol.InteractionResponse.DeferredReply.Private, TestContext.Current.CancellationToken));
        var job = new ReindexJob { Id = 1, StartedBy = "1", StartedAt = rig.Time.GetUtcNow(), IsAll = false, IsDry = false };
        using var follower = new ReindexFollower(rig.Interactions, rig.Time, NullLogger<ReindexFollower>.Instance);

        follower.Follow(interaction, job);
        await rig.RunUntilAsync("PATCH", "@original");
        job.End(new ReindexOutcome.Cancelled("1"));
        var edits = await rig.RunUntilAsync("PATCH", "@original", 2);

        Assert.Contains("The run was stopped", edits[1].Body, StringComparison.Ordinal);
        await rig.RunAsync(Task.Delay(TimeSpan.FromMinutes(1), rig.Time, TestContext.Current.CancellationToken), Step);
        Assert.Equal(2, rig.Fake.RequestsTo("PATCH", "@original").Count);
    }

    [Fact]
    public async Task A_trial_shows_what_would_change_and_is_run_from_its_own_message()
    {
        await using var rig = await ModeratorRig.StartAsync();
        var mill = await rig.PublishAsync("The Mill", "The mill of Osk ground barley for the army of General Ombra.\n");
        await rig.SendAsync(rig.Command("questions add", ("question", "Which republic was founded by seven sisters?"), ("lecture", "Shared")));
        await File.WriteAllTextAsync(Path.Combine(rig.LecturesFolder, "shared.txt"), "The bishop of Tarn counted his sheep every winter.\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(rig.LecturesFolder, "new.txt"), "Queen Ondine rebuilt the harbour of Marlow in two summers.\n", TestContext.Current.CancellationToken);

        var trial = await FinishedAsync(rig, rig.Command("reindex run", ("dry-run", true), ("all", true)));
        Assert.All(["would do", "Nothing was changed", "1 added, 1 changed", "new.txt", "No longer answered right", "seven sisters", "The Mill"], part => Assert.Contains(part, trial, StringComparison.Ordinal));
        Assert.Contains("Amber", ModeratorRig.Shown(await rig.AskAsync("Who founded the Republic of Amber?")), StringComparison.Ordinal);

        var held = await FinishedAsync(rig, rig.Button(ModeratorId.Write(new ModeratorRequest.Reindex(true, false))));
        Assert.All(["Nothing is published yet", "No longer answered right", "seven sisters"], part => Assert.Contains(part, held, StringComparison.Ordinal));
        Assert.Contains("Amber", ModeratorRig.Shown(await rig.AskAsync("Who founded the Republic of Amber?")), StringComparison.Ordinal);

        var run = await FinishedAsync(rig, rig.Button(ModeratorId.Write(new ModeratorRequest.Reindex(true, false, IsSure: true))));
        Assert.Contains("Done in", run, StringComparison.Ordinal);
        Assert.Contains("Ondine", ModeratorRig.Shown(await rig.AskAsync("Who rebuilt the harbour of Marlow?")), StringComparison.Ordinal);
        Assert.NotNull(rig.Get<LectureShelf>().Show(Home, mill));
        Assert.Contains("1 changed", ModeratorRig.Shown(await rig.SendAsync(rig.Command("reindex status"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_is_looked_at_stopped_and_not_begun_twice()
    {
        await using var rig = await ModeratorRig.StartAsync();
        await rig.PublishAsync("The Mill", "The mill of Osk ground barley for the army of General Ombra.\n");
        using (await rig.Get<ServerIndexes>().EnterAsync(Home, TestContext.Current.CancellationToken))
        {
            var progress = await rig.SendAsync(rig.Command("reindex run"));
            Assert.Contains("░", ModeratorRig.Shown(progress), StringComparison.Ordinal);
            Assert.Contains("one at a time", ModeratorRig.Shown(await rig.SendAsync(rig.Command("reindex run"))), StringComparison.Ordinal);
            Assert.Contains("Reading again", ModeratorRig.Shown(await rig.SendAsync(rig.Command("reindex status"))), StringComparison.Ordinal);
            Assert.Contains("being stopped", ModeratorRig.Shown(await rig.PressAsync(progress, "Cancel")), StringComparison.Ordinal);
            await Eventually.TrueAsync(() => rig.Get<ReindexJobs>().Status(Home).Running is null);
        }

        Assert.Contains("No run is under way", ModeratorRig.Shown(await rig.SendAsync(rig.Command("reindex cancel"))), StringComparison.Ordinal);
        Assert.Contains("Ombra", ModeratorRig.Shown(await rig.AskAsync("What did the mill of Osk grind for General Ombra?")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bar_fills_with_the_files()
    {
        var job = new ReindexJob { Id = 1, StartedBy = "1", StartedAt = default, IsAll = false, IsDry = false };
        job.Progress = new ReindexProgress(ReindexStage.OwnUploads, new IndexProgress(30, 40, 1_234, TimeSpan.FromSeconds(30)), TimeSpan.FromSeconds(31));

        var bar = Assert.Single(ReindexText.Progress(job).Blocks.OfType<Bot.Chat.Block.Bar>());

        Assert.Equal((0.75, "This server's uploads", "30 of 40 files · 1,234 passages · 0:10 left"), (bar.Share, bar.Name, bar.Remark));
    }

    private static async Task WorkAsync(RestRig rig, ReindexJob job)
    {
        for (var second = 1; second <= 1_200; second++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), rig.Time, TestContext.Current.CancellationToken);
            job.Progress = new ReindexProgress(ReindexStage.OwnUploads, new IndexProgress(second, 1_200, second * 10, TimeSpan.FromSeconds(second)), TimeSpan.FromSeconds(second));
        }

        job.End(new ReindexOutcome.Busy());
    }

    /// <summary>The last text of a run's message: its first answer, or on a busy machine an edit.</summary>
    private static async Task<string> FinishedAsync(ModeratorRig rig, JsonObject interaction)
    {
        var answer = ModeratorRig.Shown(await rig.SendAsync(interaction));
        if (!answer.Contains('░', StringComparison.Ordinal))
        {
            return answer;
        }

        var token = interaction["token"]!.GetValue<string>();
        var edit = await rig.Clio.Rest.Journal.WaitForAsync(
            entry => entry.Kind == "rest" && entry.Subject.StartsWith("PATCH", StringComparison.Ordinal) && entry.Subject.Contains(token, StringComparison.Ordinal) && !entry.Body.Contains('░', StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        return ModeratorRig.Shown(new JsonObject { ["data"] = JsonNode.Parse(edit.Body) });
    }
}
