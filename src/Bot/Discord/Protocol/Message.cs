namespace Bot.Discord.Protocol;

/// <summary>A message as it comes in: the one with our button, or the target of a message command.</summary>
internal sealed record Message
{
    public string? Id { get; init; }

    public string? ChannelId { get; init; }

    public User? Author { get; init; }

    public string? Content { get; init; }

    public IReadOnlyList<Embed>? Embeds { get; init; }

    public IReadOnlyList<Component>? Components { get; init; }

    public IReadOnlyList<Attachment>? Attachments { get; init; }

    public MessageFlags? Flags { get; init; }

    public MessageInteraction? InteractionMetadata { get; init; }
}
