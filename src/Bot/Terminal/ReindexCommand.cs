using Bot.Library;
using Bot.Storage;
using Lectures.Indexing;

namespace Bot.Terminal;

/// <summary>Runs a reindex and says what it did, or would do.</summary>
internal sealed class ReindexCommand(TerminalSession session, ServerId server)
{
    public async Task<int> RunAsync(bool all, bool dry, CancellationToken cancellation)
    {
        var jobs = session.Get<ReindexJobs>();
        switch (jobs.Start(server, LibraryCommand.Operator, all, dry, sure: true))
        {
            case ReindexStart.Started started:
                using (cancellation.Register(() => jobs.Cancel(server, LibraryCommand.Operator)))
                {
                    return Report(await started.Job.Completion);
                }

            case ReindexStart.AlreadyRunning:
                session.Complain("A reindex is running already. Wait until it is done.");
                return TerminalSession.Error;
            case ReindexStart.Failed failed:
                session.Complain(failed.Reason);
                return TerminalSession.Error;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private int Report(ReindexOutcome outcome)
    {
        switch (outcome)
        {
            case ReindexOutcome.Done { Report: var report }:
                Report(report);
                return TerminalSession.Answered;
            case ReindexOutcome.Held:
                throw new System.Diagnostics.UnreachableException("Whoever types a command without --dry-run is sure.");
            case ReindexOutcome.Cancelled:
                session.Complain("Stopped; all is as it was before.");
                return TerminalSession.Error;
            case ReindexOutcome.Busy:
                session.Complain("Another process is changing this library. Try again when it is done; nothing was changed here.");
                return TerminalSession.Error;
            case ReindexOutcome.Failed failed:
                session.Complain(failed.Reason);
                return TerminalSession.Error;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void Report(ReindexReport report)
    {
        Say(report.IsDry ? "This would change, and nothing was changed:" : "Done:");
        if (report.Shared is SharedRun.Ran ran)
        {
            Report("lectures folder", ran.Report);
        }
        else
        {
            Say(report.Shared switch
            {
                SharedRun.Cooling cooling => $"  lectures folder: read a short time ago; again from {cooling.Until:HH:mm} UTC",
                SharedRun.Elsewhere => "  lectures folder: being read by another process",
                SharedRun.Failed => "  lectures folder: it could not be read and stays as it was; “index” says why",
                _ => throw new System.Diagnostics.UnreachableException(),
            });
        }

        Report("uploads", report.Own);
        foreach (var other in report.Questions.Other)
        {
            Say($"  {(other.IsLost ? "LOST" : "another first answer")}: {other.Saved.Question} → {other.Then?.LectureTitle ?? "nothing"}");
        }
    }

    private void Report(string name, IndexReport report)
    {
        Say($"  {name}: {report.Added} added, {report.Changed} changed, {report.Removed} removed, {report.Unchanged} unchanged, {report.Rejected.Count} rejected");
        foreach (var (sign, files) in new[] { ('+', report.AddedFiles), ('~', report.ChangedFiles), ('-', report.RemovedFiles) })
        {
            foreach (var file in files)
            {
                Say($"    {sign} {file}");
            }
        }

        foreach (var rejected in report.Rejected)
        {
            Say($"    ! {IndexReportText.Line(rejected)}");
        }
    }

    private void Say(string line) => session.Output.Write([new TerminalLine(line.Length - line.TrimStart().Length, [new TerminalText(TerminalRenderer.Visible(line.TrimStart()))])]);
}
