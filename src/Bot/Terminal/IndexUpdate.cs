using Bot.Library;
using Bot.Storage;
using Lectures.Indexing;

namespace Bot.Terminal;

/// <summary>Brings the index in step before questions are asked, and says what stands in the way. Answers come from the last commit if there is one.</summary>
internal sealed class IndexUpdate(TerminalSession session)
{
    /// <summary>False where there is nothing to answer from.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        var outcome = await IndexProgressBar.RunAsync(session.Streams.Progress, progress => session.Library.IndexAsync(all: false, progress, cancellation));
        if (!await session.Get<ServerIndexes>().HealAsync(ServerId.Local, cancellation))
        {
            session.Complain("Your own uploads cannot be read just now; this is answered from the lectures folder alone.");
        }

        using var lease = session.Get<ServerLibraries>().Lease(ServerId.Local);
        switch (outcome)
        {
            case IndexOutcome.InStep inStep:
                Mention(inStep.Report);
                break;
            case IndexOutcome.Busy when lease is null:
                session.Complain("Another process is making the first index of this library. Ask again when it is done.");
                return false;
            case IndexOutcome.Busy:
                session.Complain("Another process is indexing; this is answered from the last commit.");
                break;
            case IndexOutcome.Failed failed when lease is null:
                session.Complain(failed.Reason);
                return false;
            case IndexOutcome.Failed failed:
                session.Complain($"{failed.Reason} This is answered from the last commit.");
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }

        if (lease is { LectureCount: > 0 })
        {
            return true;
        }

        session.Complain(NothingReadable(outcome));
        return false;
    }

    private string NothingReadable(IndexOutcome outcome)
    {
        var sentence = $"No transcript in “{session.Library.LecturesFolder}” could be read.";
        return outcome is IndexOutcome.InStep { Report.Rejected: { Count: > 0 } rejected }
            ? $"{sentence} {IndexReportText.Line(rejected[0])}{(rejected.Count > 1 ? " Run “index” for the others." : "")}"
            : sentence;
    }

    private void Mention(IndexReport report)
    {
        if (report.ChangedAnything)
        {
            session.Complain(IndexReportText.Summary(report));
            if (report.Rejected.Count > 0)
            {
                session.Complain("Run “index” to see which files were rejected and why.");
            }
        }
    }
}
