using Bot.Library;
using Bot.Storage;

namespace Bot.Tests.Library;

/// <summary>Runs of reindexing: shown before they are made, one at a time, all or nothing.</summary>
public sealed class ReindexJobsTests : IDisposable
{
    private static readonly ServerId One = LibraryRig.Server(1);

    private readonly LibraryRig rig = new();

    public void Dispose() => rig.Dispose();

    [Fact]
    public async Task A_dry_run_shows_what_would_change_and_which_saved_question_would_be_lost_and_changes_nothing()
    {
        await rig.ShareAsync("harbour.txt", "Queen Ondine rebuilt the harbour of Marlow in two summers with stone from Tarn.\n");
        var harbour = rig.Get<LectureShelf>().List(One, "harbour", 0, 10).Lectures[0];
        Assert.IsType<ChangeResult.Changed>(rig.Get<SavedQuestions>().Add(One, LibraryRig.Moderator, "Who rebuilt the harbour of Marlow?", harbour.Id));
        Assert.Empty(rig.Get<SavedQuestions>().Check(One).Wrong);
        await File.WriteAllTextAsync(Path.Combine(rig.LecturesFolder, "harbour.txt"), "The bishop of Tarn counted his sheep every winter.\n", LibraryRig.Stop);
        await File.WriteAllTextAsync(Path.Combine(rig.LecturesFolder, "new.txt"), "The mill of Osk ground barley for the army.\n", LibraryRig.Stop);

        var report = await RunAsync(dry: true);

        var shared = Assert.IsType<SharedRun.Ran>(report.Shared).Report;
        Assert.Equal("new.txt", Assert.Single(shared.AddedFiles));
        Assert.Equal("harbour.txt", Assert.Single(shared.ChangedFiles));
        Assert.Equal("Who rebuilt the harbour of Marlow?", Assert.Single(report.Questions.Lost).Saved.Question);
        Assert.Equal(["Harbour"], rig.Titles(One, "Who rebuilt the harbour of Marlow?"));

        var started = Assert.IsType<ReindexStart.Started>(rig.Get<ReindexJobs>().Start(One, LibraryRig.Moderator, all: false, dry: false, sure: false));
        Assert.Single(Assert.IsType<ReindexOutcome.Held>(await started.Job.Completion).Report.Questions.Lost);
        Assert.Equal(["Harbour"], rig.Titles(One, "Who rebuilt the harbour of Marlow?"));
        Assert.Equal(JobState.Cancelled, rig.Get<ReindexJobs>().Status(One).Last?.State);

        report = await RunAsync(dry: false, sure: true);
        Assert.Single(report.Questions.Lost);
        Assert.Equal(["New"], rig.Titles(One, "What did the mill of Osk grind?"));
    }

    [Fact]
    public async Task The_operators_folder_is_read_again_only_after_a_while_and_the_servers_uploads_at_any_time()
    {
        await rig.ShareAsync("harbour.txt", "Queen Ondine rebuilt the harbour of Marlow in two summers.\n");
        await rig.PublishAsync(One, "The Mill", "The mill of Osk ground barley for the army.\n");
        await RunAsync(dry: false);

        var second = await RunAsync(dry: false, all: true);
        Assert.IsType<SharedRun.Cooling>(second.Shared);
        Assert.Equal(["The Mill"], second.Own.ChangedFiles);

        rig.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.IsType<SharedRun.Ran>((await RunAsync(dry: false)).Shared);
    }

    [Fact]
    public async Task One_run_at_a_time_for_a_server_and_a_cancelled_one_leaves_all_as_it_was()
    {
        await rig.ShareAsync("harbour.txt", "Queen Ondine rebuilt the harbour of Marlow in two summers.\n");
        await rig.PublishAsync(One, "The Mill", "The mill of Osk ground barley for the army.\n");
        var jobs = rig.Get<ReindexJobs>();
        ReindexJob job;
        using (await rig.Get<ServerIndexes>().EnterAsync(One, LibraryRig.Stop))
        {
            job = Assert.IsType<ReindexStart.Started>(jobs.Start(One, LibraryRig.Moderator, all: true, dry: false, sure: false)).Job;
            Assert.Same(job, Assert.IsType<ReindexStart.AlreadyRunning>(jobs.Start(One, "88", all: false, dry: false, sure: false)).Job);
            Assert.Same(job, jobs.Status(One).Running);
            Assert.True(jobs.Cancel(One, "88"));
            Assert.Equal("88", Assert.IsType<ReindexOutcome.Cancelled>(await job.Completion).By);
        }

        Assert.False(jobs.Cancel(One, "88"));
        Assert.Equal((null, JobState.Cancelled), (jobs.Status(One).Running, jobs.Status(One).Last!.State));
        Assert.Equal(["The Mill"], rig.Titles(One, "What did the mill of Osk grind?"));
        Assert.Null(jobs.Status(LibraryRig.Server(2)).Last);
    }

    [Fact]
    public async Task An_upload_that_would_take_a_saved_question_away_says_so_before_it_is_published()
    {
        var mill = await rig.PublishAsync(One, "The Mill", "The mill of Osk ground barley for the army of General Ombra.\n");
        rig.Get<SavedQuestions>().Add(One, LibraryRig.Moderator, "Who ground barley at the mill of Osk for the army of General Ombra?", mill.Id);
        Assert.Empty(rig.Get<SavedQuestions>().Check(One).Wrong);

        var added = await rig.AddAsync(One, new() { Title = "The Mill" }, LibraryRig.File("mill.txt", "The bishop of Tarn counted his sheep.\n"));

        Assert.Single(added.Questions!.Lost);
        Assert.Equal(["The Mill"], rig.Titles(One, "What did the mill of Osk grind?"));
    }

    [Fact]
    public async Task A_job_that_a_crash_cut_short_is_on_record_as_interrupted()
    {
        rig.Get<JobStore>().Start(One, new StoredJob(0, rig.Time.GetUtcNow(), "5", false, false, JobState.Running, null, null));
        using var after = new LibraryRig(rig.Home);

        after.Get<ReindexJobs>().MarkInterrupted();

        Assert.Equal(JobState.Interrupted, after.Get<ReindexJobs>().Status(One).Last?.State);
        await Task.CompletedTask;
    }

    private async Task<ReindexReport> RunAsync(bool dry, bool all = false, bool sure = false)
    {
        var started = Assert.IsType<ReindexStart.Started>(rig.Get<ReindexJobs>().Start(One, LibraryRig.Moderator, all, dry, sure));
        return Assert.IsType<ReindexOutcome.Done>(await started.Job.Completion).Report;
    }
}
