using System.Globalization;
using Lectures.Indexing;
using Lectures.Semantics;

namespace Bot.Terminal;

/// <summary>Looks at settings, library and index, and says of each what is so and what to do.</summary>
internal sealed class DoctorCommand(TerminalSession session)
{
    /// <summary>A question of usual length, to measure by.</summary>
    private const string Usual = "Why was Khrushchev removed from power in October 1964?";

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var findings = new List<(bool IsGood, string Sentence)> { Settings(), Store() };
        findings.AddRange(await LibraryAsync(cancellation));
        findings.AddRange(Semantic());
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

    /// <summary>A model that cannot be opened has ended the start already.</summary>
    private IEnumerable<(bool IsGood, string Sentence)> Semantic()
    {
        var stage = session.Get<SemanticStage>();
        if (stage.Identity is null && !stage.Reranks)
        {
            yield return (true, "No semantic model is set: ranking goes by words.");
        }

        if (stage.Identity is not null)
        {
            var took = Took(() => stage.Question(Usual) is not null);
            yield return took is { } time
                ? (true, string.Create(CultureInfo.InvariantCulture, $"The semantic model gives vectors of {stage.Dimensions} dimensions; a question takes it {time.TotalMilliseconds:0.0} ms."))
                : (false, "The semantic model fails on a question. Run with --verbose to see why.");
        }

        if (stage.Reranks)
        {
            var took = Took(() => stage.Judge(Usual, [Usual]) is not null);
            yield return took is { } time
                ? (true, string.Create(CultureInfo.InvariantCulture, $"The reranker works; a short pair takes it {time.TotalMilliseconds:0.0} ms."))
                : (false, "The reranker fails on a question. Run with --verbose to see why.");
        }
    }

    /// <summary>How long a model takes once it has warmed up; null where it fails.</summary>
    private TimeSpan? Took(Func<bool> works)
    {
        var time = session.Get<TimeProvider>();
        works();
        var started = time.GetTimestamp();
        return works() ? time.GetElapsedTime(started) : null;
    }

    private (bool IsGood, string Sentence) Token() => (true, string.IsNullOrWhiteSpace(session.Get<IConfiguration>()["Discord:Token"])
        ? "No Discord token is set: Clio runs as a terminal chat."
        : "A Discord token is set.");
}
