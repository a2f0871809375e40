using Lectures.Indexing;

namespace Bot.Library;

/// <summary>What a run did, or would do.</summary>
/// <param name="IsDry">Nothing was changed.</param>
/// <param name="Own">The server's uploads; files are shown by their lectures' titles.</param>
/// <param name="Questions">The saved questions, asked before anything was published.</param>
public sealed record ReindexReport(bool IsDry, SharedRun Shared, IndexReport Own, QuestionCheck Questions, TimeSpan Elapsed);

/// <summary>What became of the operator's folder in a run.</summary>
public abstract record SharedRun
{
    private SharedRun()
    {
    }

    public sealed record Ran(IndexReport Report) : SharedRun;

    /// <summary>It was brought in step a short time ago.</summary>
    /// <param name="Until">From then on it may be read again.</param>
    public sealed record Cooling(DateTimeOffset Until) : SharedRun;

    /// <summary>Another server's run, or another process, is reading it just now.</summary>
    public sealed record Elsewhere : SharedRun;

    /// <param name="Reason">A sentence that names no folder of the operator's.</param>
    public sealed record Failed(string Reason) : SharedRun;
}

/// <summary>How a run ended.</summary>
public abstract record ReindexOutcome
{
    private ReindexOutcome()
    {
    }

    public sealed record Done(ReindexReport Report) : ReindexOutcome;

    /// <summary>Nothing was published, as a saved question would be lost; all is as it was before.</summary>
    public sealed record Held(ReindexReport Report) : ReindexOutcome;

    /// <summary>All is as it was before.</summary>
    /// <param name="By">Who asked for it; null where Clio was stopped.</param>
    public sealed record Cancelled(string? By) : ReindexOutcome;

    /// <summary>Another process is changing this server's uploads; all is as it was.</summary>
    public sealed record Busy : ReindexOutcome;

    /// <param name="Reason">A sentence for a moderator. All is as it was before.</param>
    public sealed record Failed(string Reason) : ReindexOutcome;
}

/// <summary>What a run is at.</summary>
public enum ReindexStage
{
    SharedLectures,
    OwnUploads,
    SavedQuestions,
    Publishing,
    Over,
}

/// <summary>How far a run has come.</summary>
/// <param name="Index">Of the stage; null before its first file.</param>
public sealed record ReindexProgress(ReindexStage Stage, IndexProgress? Index, TimeSpan Elapsed);
