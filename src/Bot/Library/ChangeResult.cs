namespace Bot.Library;

/// <summary>How a small change ended.</summary>
public abstract record ChangeResult
{
    private ChangeResult()
    {
    }

    public sealed record Changed : ChangeResult;

    /// <summary>It was so before; nothing was done.</summary>
    public sealed record Unchanged : ChangeResult;

    /// <param name="Reason">A sentence: what is wrong and what to do.</param>
    public sealed record Refused(string Reason) : ChangeResult;
}
