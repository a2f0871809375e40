namespace Bot.Discord.Protocol;

internal sealed record Channel
{
    public string? Id { get; init; }

    public int? Type { get; init; }

    public string? Name { get; init; }

    /// <summary>Of a thread, the channel it belongs to; of a channel, its category.</summary>
    public string? ParentId { get; init; }
}
