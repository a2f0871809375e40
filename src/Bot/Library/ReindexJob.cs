using Bot.Storage;

namespace Bot.Library;

/// <summary>A run of reindexing, while it runs and after.</summary>
public sealed class ReindexJob
{
    private readonly TaskCompletionSource<ReindexOutcome> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile ReindexProgress progress = new(ReindexStage.SharedLectures, null, TimeSpan.Zero);

    public required long Id { get; init; }

    public required string StartedBy { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required bool IsAll { get; init; }

    public required bool IsDry { get; init; }

    /// <summary>Publishes also where a saved question is no longer answered right.</summary>
    public bool IsSure { get; init; }

    /// <summary>The latest; to be looked at as often as somebody is shown it.</summary>
    public ReindexProgress Progress
    {
        get => progress;
        internal set => progress = value;
    }

    /// <summary>Never fails; what goes wrong is an outcome.</summary>
    public Task<ReindexOutcome> Completion => completion.Task;

    internal void End(ReindexOutcome outcome) => completion.TrySetResult(outcome);
}

/// <summary>Whether a run began.</summary>
public abstract record ReindexStart
{
    private ReindexStart()
    {
    }

    public sealed record Started(ReindexJob Job) : ReindexStart;

    /// <summary>One at a time for each server.</summary>
    public sealed record AlreadyRunning(ReindexJob Job) : ReindexStart;

    public sealed record Failed(string Reason) : ReindexStart;
}

/// <summary>What there is to say of a server's runs.</summary>
/// <param name="Running">Null where none is.</param>
/// <param name="Last">The last that ended; null where there was none.</param>
public sealed record ReindexStatus(ReindexJob? Running, StoredJob? Last);
