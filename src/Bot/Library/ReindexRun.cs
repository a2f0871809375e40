using Bot.Storage;
using Lectures.Indexing;

namespace Bot.Library;

/// <summary>One run: the operator's folder as it stands now, the server's uploads, the saved questions, and only then the new state for all to see.</summary>
internal sealed class ReindexRun(SharedLibrary shared, ServerIndexes indexes, LectureStore lectures, SavedQuestions questions, TimeProvider time) : IDisposable
{
    private readonly TimeProvider time = time;
    private readonly SemaphoreSlim sharedGate = new(1);
    private DateTimeOffset coolUntil = DateTimeOffset.MinValue;

    public async Task<ReindexOutcome> RunAsync(ServerId server, ReindexJob job, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var (sharedRun, sharedNext, sharedRight) = await PrepareSharedAsync(job, began, cancellation);
        using var held = sharedRight;
        using var next = sharedNext;
        using var right = await indexes.EnterAsync(server, cancellation);
        if (right is null)
        {
            return new ReindexOutcome.Busy();
        }

        switch (await indexes.PrepareAsync(server, job.IsAll, new Follow(this, job, ReindexStage.OwnUploads, began), static (list, _) => list, cancellation))
        {
            case PrepareOutcome.Busy:
                return new ReindexOutcome.Busy();
            case PrepareOutcome.Failed failed:
                return new ReindexOutcome.Failed(ServerIndexes.Told(failed));
            case PrepareOutcome.Ready ready:
                using (ready.Next)
                {
                    return Finish(server, job, sharedRun, next, ready.Next, began, cancellation);
                }

            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    public void Dispose() => sharedGate.Dispose();

    private ReindexOutcome Finish(
        ServerId server, ReindexJob job, SharedRun sharedRun, PreparedIndex? sharedNext, PreparedIndex own, long began, CancellationToken cancellation)
    {
        job.Progress = new ReindexProgress(ReindexStage.SavedQuestions, null, time.GetElapsedTime(began));
        var check = questions.All(server).Count == 0 ? QuestionCheck.Nothing : questions.Compare(server, Own(own), sharedNext?.Lease());
        cancellation.ThrowIfCancellationRequested();
        var report = new ReindexReport(job.IsDry, sharedRun, Titled(server, own.Report), check, time.GetElapsedTime(began));
        if (job.IsDry)
        {
            return new ReindexOutcome.Done(report);
        }

        if (check.Lost.Count > 0 && !job.IsSure)
        {
            return new ReindexOutcome.Held(report);
        }

        job.Progress = new ReindexProgress(ReindexStage.Publishing, null, time.GetElapsedTime(began));
        cancellation.ThrowIfCancellationRequested();
        if (sharedNext is not null)
        {
            try
            {
                sharedNext.Commit();
                coolUntil = time.GetUtcNow() + LibraryLimits.SharedCooldown;
            }
            catch (IOException)
            {
                return new ReindexOutcome.Failed(ServerIndexes.NotWritten);
            }
        }

        return indexes.Commit(server, own, static () => { }) is ServerChange.Failed failed
            ? new ReindexOutcome.Failed(failed.Reason)
            : new ReindexOutcome.Done(report with { Elapsed = time.GetElapsedTime(began) });
    }

    private async Task<(SharedRun Run, PreparedIndex? Next, IDisposable? Right)> PrepareSharedAsync(ReindexJob job, long began, CancellationToken cancellation)
    {
        if (!job.IsDry && time.GetUtcNow() < coolUntil)
        {
            return (new SharedRun.Cooling(coolUntil), null, null);
        }

        if (!await sharedGate.WaitAsync(TimeSpan.Zero, cancellation))
        {
            return (new SharedRun.Elsewhere(), null, null);
        }

        var right = new Right(sharedGate);
        try
        {
            switch (await shared.PrepareAsync(new Follow(this, job, ReindexStage.SharedLectures, began), cancellation))
            {
                case PrepareOutcome.Ready ready:
                    return (new SharedRun.Ran(ready.Next.Report), ready.Next, right);
                case PrepareOutcome.Busy:
                    right.Dispose();
                    return (new SharedRun.Elsewhere(), null, null);
                case PrepareOutcome.Failed:
                    right.Dispose();
                    return (new SharedRun.Failed("The shared lectures could not be read; they stay as they were. The operator's log says why."), null, null);
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }
        catch
        {
            right.Dispose();
            throw;
        }
    }

    /// <summary>Files of uploads have names that only the index knows; people know titles.</summary>
    private IndexReport Titled(ServerId server, IndexReport report)
    {
        var titles = lectures.Published(server).Concat(lectures.Removed(server)).GroupBy(static one => one.Lecture.File, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.First().Version.Understood.Title, StringComparer.Ordinal);
        IReadOnlyList<string> Named(IReadOnlyList<string> files) => [.. files.Select(file => titles.GetValueOrDefault(file) ?? "a lecture that was erased")];
        return report with
        {
            AddedFiles = Named(report.AddedFiles),
            ChangedFiles = Named(report.ChangedFiles),
            RemovedFiles = Named(report.RemovedFiles),
            Rejected = [.. report.Rejected.Select(one => one with { File = titles.GetValueOrDefault(one.File) ?? Path.GetFileName(one.File) })],
        };
    }

    private static IndexLease? Own(PreparedIndex own)
    {
        var lease = own.Lease();
        if (lease is { PassageCount: 0 })
        {
            lease.Dispose();
            return null;
        }

        return lease;
    }

    private sealed class Follow(ReindexRun run, ReindexJob job, ReindexStage stage, long began) : IProgress<IndexProgress>
    {
        public void Report(IndexProgress value) => job.Progress = new ReindexProgress(stage, value, run.time.GetElapsedTime(began));
    }

    private sealed class Right(SemaphoreSlim gate) : IDisposable
    {
        private int isGiven;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isGiven, 1) == 0)
            {
                gate.Release();
            }
        }
    }
}
