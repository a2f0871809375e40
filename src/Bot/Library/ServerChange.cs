using Lectures.Indexing;

namespace Bot.Library;

/// <summary>How a change of what a server has published ended.</summary>
internal abstract record ServerChange
{
    private ServerChange()
    {
    }

    internal sealed record Done(IndexReport Report) : ServerChange;

    internal sealed record Busy : ServerChange;

    /// <param name="Reason">A sentence for a moderator.</param>
    internal sealed record Failed(string Reason) : ServerChange;
}
