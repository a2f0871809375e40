using System.Globalization;
using Bot.Library;
using Lectures.Indexing;
using Lectures.Transcripts;

namespace Bot.Chat.Moderation;

/// <summary>Runs of reindexing in words. Pure.</summary>
internal static class ReindexText
{
    private const int MostListed = 8;

    public static Reply Progress(ReindexJob job)
    {
        var progress = job.Progress;
        var (share, remark) = progress.Index is { Files: > 0 } index
            ? ((double)index.FilesDone / index.Files, string.Create(CultureInfo.InvariantCulture, $"{index.FilesDone} of {LectureText.Count(index.Files, "file")} · {LectureText.Count(index.Passages, "passage")}{Left(index)}"))
            : (0, "looking for what has changed");
        return new Reply(ReplyKind.Answered,
        [
            new Block.Text(job.IsDry ? "A trial run: nothing is changed by it. Questions are answered meanwhile." : "Reading again. Questions are answered from what was there until all is ready."),
            new Block.Bar(share, Stage(progress.Stage), remark),
        ])
        {
            Offers = [new Offer.Step("Cancel", new ModeratorRequest.ReindexCancel())],
        };
    }

    /// <summary>Said last where a run takes longer than its message may be changed.</summary>
    public static Reply TooLong(ReindexJob job) => Progress(job) with
    {
        Blocks = [.. Progress(job).Blocks, new Block.Text("It goes on. From now on this message stands still; /reindex status shows how far it is.")],
    };

    public static Reply Outcome(ReindexJob job, ReindexOutcome outcome) => outcome switch
    {
        ReindexOutcome.Done { Report: var report } => new Reply(ReplyKind.Answered, [.. Report(report, report.IsDry
            ? string.Create(CultureInfo.InvariantCulture, $"This is what a run would do. Nothing was changed. ({report.Elapsed.TotalSeconds:0.0} s)")
            : string.Create(CultureInfo.InvariantCulture, $"Done in {report.Elapsed.TotalSeconds:0.0} s."))])
        {
            Offers = report.IsDry ? [new Offer.Step("Run it", new ModeratorRequest.Reindex(job.IsAll, IsDry: false))] : [],
        },
        ReindexOutcome.Held { Report: var report } => new Reply(ReplyKind.Answered, [.. Report(report, "Nothing is published yet: saved questions would no longer be answered right.")])
        {
            Offers = [new Offer.Step("Publish all the same", new ModeratorRequest.Reindex(job.IsAll, IsDry: false, IsSure: true), IsWeighty: true), new Offer.Step("Leave it", new ModeratorRequest.LeaveIt())],
        },
        ReindexOutcome.Cancelled => new Reply(ReplyKind.Answered, [new Block.Text("The run was stopped. All is as it was before it.")]),
        ReindexOutcome.Busy => Reply.Refused(LectureHandler.Busy),
        ReindexOutcome.Failed failed => Reply.Refused(failed.Reason),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IEnumerable<Block> Report(ReindexReport report, string first)
    {
        yield return new Block.Text(first);
        foreach (var lost in QuestionText.Losses(report.Questions).Concat(report.IsDry ? QuestionText.Others(report.Questions) : []))
        {
            yield return lost;
        }

        foreach (var block in Own(report.Own).Concat(Shared(report.Shared)))
        {
            yield return block;
        }
    }

    private static IEnumerable<Block> Own(IndexReport report) => Changes("This server's uploads", report);

    private static IEnumerable<Block> Shared(SharedRun shared) => shared switch
    {
        SharedRun.Ran ran => Changes("Shared lectures", ran.Report),
        SharedRun.Cooling cooling => [new Block.Item("Shared lectures", string.Create(CultureInfo.InvariantCulture, $"read a short time ago; again from {cooling.Until.UtcDateTime:HH:mm} UTC on"))],
        SharedRun.Elsewhere => [new Block.Item("Shared lectures", "somebody else is having them read just now")],
        SharedRun.Failed failed => [new Block.Item("Shared lectures", failed.Reason)],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IEnumerable<Block> Changes(string name, IndexReport report)
    {
        yield return new Block.Item(name, string.Create(
            CultureInfo.InvariantCulture, $"{report.Added} added, {report.Changed} changed, {report.Removed} removed, {report.Rejected.Count} rejected, {LectureText.Count(report.Passages, "passage")} in all"));
        foreach (var (files, what) in new[] { (report.AddedFiles, "Added"), (report.ChangedFiles, "Changed"), (report.RemovedFiles, "Removed") })
        {
            if (files.Count > 0)
            {
                yield return new Block.Item(what, string.Join(", ", files.Take(MostListed)) + (files.Count > MostListed ? " …" : ""));
            }
        }

        foreach (var rejected in report.Rejected.Take(MostListed))
        {
            yield return new Block.Item($"Rejected: {Where(rejected)}", rejected.Reason);
        }
    }

    private static string Where(ParseResult.Rejected rejected) => rejected.Line is { } line
        ? string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(rejected.File)}, line {line}")
        : Path.GetFileName(rejected.File);

    private static string Stage(ReindexStage stage) => stage switch
    {
        ReindexStage.SharedLectures => "Shared lectures",
        ReindexStage.OwnUploads => "This server's uploads",
        ReindexStage.SavedQuestions => "Saved questions",
        ReindexStage.Publishing or ReindexStage.Over => "Publishing",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Left(IndexProgress index) => index.Remaining is { } left ? $" · {Timecode.Write(left)} left" : "";
}
