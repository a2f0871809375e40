using Lectures.Indexing;

namespace Bot.Terminal;

/// <summary>Brings the index in step and reports.</summary>
internal sealed class IndexCommand(TerminalSession session)
{
    public async Task<int> RunAsync(bool all, CancellationToken cancellation)
    {
        switch (await IndexProgressBar.RunAsync(session.Streams.Progress, progress => session.Library.IndexAsync(all, progress, cancellation)))
        {
            case IndexOutcome.InStep inStep:
                Report(inStep.Report);
                return inStep.Report.Passages > 0 ? TerminalSession.Answered : TerminalSession.Error;
            case IndexOutcome.Busy:
                session.Complain("Another process is indexing this library. Wait until it is done; nothing was changed here.");
                return TerminalSession.Error;
            case IndexOutcome.Failed failed:
                session.Complain(failed.Reason);
                return TerminalSession.Error;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void Report(IndexReport report)
    {
        var lines = new List<string> { IndexReportText.Summary(report) };
        if (report.LinesSetAside > 0)
        {
            lines.Add($"{report.LinesSetAside} lines without speech were set aside in the files read.");
        }

        session.Output.Write([.. lines.Select(static line => new TerminalLine(0, [new TerminalText(line)]))]);
        foreach (var rejected in report.Rejected)
        {
            session.Complain($"Rejected (an earlier version, if there is one, stays indexed): {IndexReportText.Line(rejected)}");
        }
    }
}
