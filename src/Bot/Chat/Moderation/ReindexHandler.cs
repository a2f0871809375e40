using Bot.Library;

namespace Bot.Chat.Moderation;

/// <summary>Runs of reindexing: begun, looked at, stopped.</summary>
internal sealed class ReindexHandler(ReindexJobs jobs, TimeProvider time)
{
    /// <summary>A small library is in step so soon that nobody need be shown how it gets there.</summary>
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);

    public async Task<Reply> StartAsync(Moderator who, ModeratorRequest.Reindex request, CancellationToken cancellation)
    {
        switch (jobs.Start(who.Server, who.UserId, request.All, request.IsDry, request.IsSure))
        {
            case ReindexStart.Started { Job: var job }:
                using (var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation))
                {
                    await Task.WhenAny(job.Completion, Task.Delay(Short, time, enough.Token));
                    await enough.CancelAsync();
                }

                return job.Completion.IsCompleted ? ReindexText.Outcome(job, await job.Completion) : ReindexText.Progress(job) with { Running = job };
            case ReindexStart.AlreadyRunning { Job: var job }:
                var running = ReindexText.Progress(job);
                return running with { Blocks = [new Block.Text("A run is under way already; one at a time."), .. running.Blocks] };
            case ReindexStart.Failed failed:
                return Reply.Refused(failed.Reason);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    public Reply Status(Moderator who)
    {
        var status = jobs.Status(who.Server);
        var last = status.Last is { } job
            ? new Block.Item("Last run", $"{LectureText.Day(job.StartedAt)}{(job.IsDry ? ", a trial" : "")}: {job.State switch
            {
                Storage.JobState.Interrupted => "I was stopped while it ran; all is as it was before it",
                _ => job.Report ?? "done",
            }}")
            : new Block.Item("Last run", "none yet");
        var running = status.Running is { } present ? ReindexText.Progress(present) : new Reply(ReplyKind.Answered, [new Block.Text("No run is under way.")]);
        return running with { Blocks = [.. running.Blocks, last] };
    }

    public Reply Cancel(Moderator who) => jobs.Cancel(who.Server, who.UserId)
        ? new Reply(ReplyKind.Answered, [new Block.Text("The run is being stopped. All stays as it was before it.")])
        : Reply.Refused("No run is under way, or it is just being published and cannot be stopped any more.");
}
