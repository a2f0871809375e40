using Lectures.Indexing;

namespace Bot.Terminal;

/// <summary>Looks at settings, library and index, and says of each what is so and what to do.</summary>
internal sealed class DoctorCommand(TerminalSession session)
{
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var findings = new List<(bool IsGood, string Sentence)> { Settings(), Store() };
        findings.AddRange(await LibraryAsync(cancellation));
        findings.Add(Token());
        session.Output.Write([.. findings.Select(static finding => new TerminalLine(0,
        [
            new TerminalText(finding.IsGood ? "ok    " : "PROBLEM  ", finding.IsGood ? TerminalStyle.Dim : TerminalStyle.Highlight),
            new TerminalText(finding.Sentence),
        ]))]);
        return findings.All(static finding => finding.IsGood) ? TerminalSession.Answered : TerminalSession.Error;
    }

    private (bool IsGood, string Sentence) Settings()
    {
        var file = Path.Combine(session.Home, Home.Settings);
        return (true, File.Exists(file) ? $"Settings read from {file}." : $"No {Home.Settings} in {session.Home}: defaults are used.");
    }

    private (bool IsGood, string Sentence) Store()
    {
        var folder = Path.GetDirectoryName(session.Library.IndexFolder) ?? session.Library.IndexFolder;
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".clio-{Guid.NewGuid():N}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return (true, $"The store {folder} can be written.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return (false, $"The store {folder} cannot be written. Make it writable for this user, or set Library:Store to another folder.");
        }
    }

    private async Task<IReadOnlyList<(bool IsGood, string Sentence)>> LibraryAsync(CancellationToken cancellation)
    {
        switch (await session.Library.IndexAsync(all: false, progress: null, cancellation))
        {
            case IndexOutcome.InStep { Report: var report }:
                return
                [
                    (report.Passages > 0, $"The index is in step with {session.Library.LecturesFolder}: {IndexReportText.Summary(report)}"),
                    .. report.Rejected.Select(static rejected => (false, $"Rejected: {IndexReportText.Line(rejected)}")),
                ];
            case IndexOutcome.Busy:
                return [(true, "Another process is indexing the library just now.")];
            case IndexOutcome.Failed failed:
                return [(false, failed.Reason)];
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private (bool IsGood, string Sentence) Token() => (true, string.IsNullOrWhiteSpace(session.Get<IConfiguration>()["Discord:Token"])
        ? "No Discord token is set: Clio runs as a terminal chat."
        : "A Discord token is set.");
}
