namespace Bot.Discord.Rest;

/// <summary>Whether what was said to a member has reached Discord.</summary>
internal abstract record Delivered
{
    private Delivered()
    {
    }

    /// <param name="MessageId">The message made or edited, where Discord tells.</param>
    internal sealed record Sent(string? MessageId = null) : Delivered;

    /// <summary>Somebody answered before, such as another session that got the same event. Nothing is left to do.</summary>
    internal sealed record AlreadyAnswered : Delivered;

    /// <summary>The interaction can no longer be answered: too late, or its token is spent. Say nothing more.</summary>
    internal sealed record Gone : Delivered;

    /// <summary>Refused or lost for another reason, which is in the log.</summary>
    internal sealed record Failed : Delivered;
}
