using Lectures.Indexing;

namespace Bot.Chat;

/// <summary>What is asked.</summary>
public sealed record Request(string Question)
{
    public Scope Scope { get; init; } = Scope.Everything;

    /// <summary>The first rank to show, from 1.</summary>
    public int From { get; init; } = 1;

    /// <summary>Somebody has just asked it; it is no further page, and not shown again for others.</summary>
    public bool IsNew { get; init; }
}
