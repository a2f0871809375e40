using System.Collections.Concurrent;
using System.Globalization;
using Bot.Storage;

namespace Bot.Library;

/// <summary>Runs of reindexing, one at a time for each server.</summary>
internal sealed partial class ReindexJobs(ReindexRun run, JobStore store, Database database, AuditLog audit, TimeProvider time, ILogger<ReindexJobs> logger) : IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<ServerId, Running> running = new();

    /// <summary>Begins a run and returns at once.</summary>
    /// <param name="all">Reads every upload again, also those that have not changed.</param>
    /// <param name="dry">Shows what a run would do and changes nothing.</param>
    /// <param name="sure">Publishes also where a saved question is no longer answered right.</param>
    public ReindexStart Start(ServerId server, string by, bool all, bool dry, bool sure)
    {
        if (running.TryGetValue(server, out var there))
        {
            return new ReindexStart.AlreadyRunning(there.Job);
        }

        var now = time.GetUtcNow();
        long id;
        try
        {
            id = store.Start(server, new StoredJob(0, now, by, all, dry, JobState.Running, null, null));
        }
        catch (StorageException failure)
        {
            return new ReindexStart.Failed(failure.Message);
        }

        var mine = new Running(new ReindexJob { Id = id, StartedBy = by, StartedAt = now, IsAll = all, IsDry = dry, IsSure = sure }, CancellationTokenSource.CreateLinkedTokenSource(stopping.Token));
        if (!running.TryAdd(server, mine))
        {
            store.Finish(server, id, JobState.Cancelled, now, "Another run had begun.");
            return running.TryGetValue(server, out var other) ? new ReindexStart.AlreadyRunning(other.Job) : Start(server, by, all, dry, sure);
        }

        _ = Task.Run(() => RunAsync(server, mine), CancellationToken.None);
        return new ReindexStart.Started(mine.Job);
    }

    public ReindexStatus Status(ServerId server) => new(
        running.TryGetValue(server, out var there) ? there.Job : null, store.Last(server, 10).FirstOrDefault(static job => job.State != JobState.Running));

    /// <returns>False where no run was there to stop, or it was about to publish.</returns>
    public bool Cancel(ServerId server, string by)
    {
        if (!running.TryGetValue(server, out var there) || there.Job.Progress.Stage is ReindexStage.Publishing or ReindexStage.Over)
        {
            return false;
        }

        there.CancelledBy = by;
        there.Stop.Cancel();
        return true;
    }

    /// <summary>To be called when a process begins that is the only one to run jobs: those on record as running were cut short.</summary>
    public int MarkInterrupted() => store.Interrupt(time.GetUtcNow());

    public void Dispose()
    {
        stopping.Cancel();
        stopping.Dispose();
    }

    private async Task RunAsync(ServerId server, Running mine)
    {
        ReindexOutcome outcome;
        try
        {
            outcome = await run.RunAsync(server, mine.Job, mine.Stop.Token);
        }
        catch (OperationCanceledException)
        {
            outcome = new ReindexOutcome.Cancelled(mine.CancelledBy);
        }
        catch (Exception failure)
        {
            LogFailed(failure, server.Value);
            outcome = new ReindexOutcome.Failed(failure is StorageException known ? known.Message : "Something went wrong; all is as it was before. The operator's log says more.");
        }

        mine.Job.Progress = mine.Job.Progress with { Stage = ReindexStage.Over };
        Finish(server, mine.Job, outcome);
        running.TryRemove(server, out _);
        mine.Stop.Dispose();
        mine.Job.End(outcome);
    }

    private void Finish(ServerId server, ReindexJob job, ReindexOutcome outcome)
    {
        try
        {
            var state = outcome switch
            {
                ReindexOutcome.Done => JobState.Done,
                ReindexOutcome.Cancelled or ReindexOutcome.Held => JobState.Cancelled,
                _ => JobState.Failed,
            };
            var words = Words(outcome);
            if (job.IsDry || outcome is ReindexOutcome.Held)
            {
                store.Finish(server, job.Id, state, time.GetUtcNow(), words);
            }
            else
            {
                audit.Changing(database, server, job.StartedBy, "reindex", job.IsAll ? "all uploads" : "what changed", null, words, () => store.Finish(server, job.Id, state, time.GetUtcNow(), words));
            }
        }
        catch (StorageException failure)
        {
            LogFailed(failure, server.Value);
        }
    }

    private static string Words(ReindexOutcome outcome) => outcome switch
    {
        ReindexOutcome.Done { Report: var report } => string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Own.Added} added, {report.Own.Changed} changed, {report.Own.Removed} removed, {report.Own.Rejected.Count} rejected; {report.Questions.Lost.Count} saved questions lost"),
        ReindexOutcome.Held held => string.Create(CultureInfo.InvariantCulture, $"nothing was published: {held.Report.Questions.Lost.Count} saved questions would be lost"),
        ReindexOutcome.Cancelled => "cancelled",
        ReindexOutcome.Busy => "another process was changing the library",
        ReindexOutcome.Failed failed => failed.Reason,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private sealed record Running(ReindexJob Job, CancellationTokenSource Stop)
    {
        public string? CancelledBy { get; set; }
    }

    [LoggerMessage(LogLevel.Error, "A reindex of server {Server} failed")]
    private partial void LogFailed(Exception failure, string server);
}
