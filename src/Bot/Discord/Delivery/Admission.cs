namespace Bot.Discord.Delivery;

/// <summary>What the dispatcher did with an interaction.</summary>
internal enum Admission
{
    Accepted,

    /// <summary>It came before and is, or was, answered then.</summary>
    Duplicate,

    /// <summary>The queue is full; the member is being told.</summary>
    Busy,

    /// <summary>A kind of interaction that has no answer.</summary>
    Unknown,
}
