namespace Bot.Library;

/// <summary>How publishing ended. A lecture is published when it can be found.</summary>
public abstract record PublishResult
{
    private PublishResult()
    {
    }

    /// <param name="Before">The version of a single lecture that was published until now; null where none was, or several lectures were published.</param>
    public sealed record Published(IReadOnlyList<LectureSummary> Lectures, int? Before) : PublishResult;

    /// <summary>Published or discarded before, by the same button or another, or too old.</summary>
    public sealed record Gone : PublishResult;

    /// <summary>A reindex of this server's uploads is running, here or in another process; try again.</summary>
    public sealed record Busy : PublishResult;

    /// <param name="Reason">A sentence for a moderator. All is as it was before, and the draft still waits.</param>
    public sealed record Failed(string Reason) : PublishResult;
}
