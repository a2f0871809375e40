namespace Bot.Discord.Protocol;

/// <summary>The objects whose ids appear in options and targets, by id.</summary>
internal sealed record ResolvedData
{
    public IReadOnlyDictionary<string, User>? Users { get; init; }

    public IReadOnlyDictionary<string, GuildMember>? Members { get; init; }

    public IReadOnlyDictionary<string, Role>? Roles { get; init; }

    public IReadOnlyDictionary<string, Channel>? Channels { get; init; }

    public IReadOnlyDictionary<string, Message>? Messages { get; init; }

    public IReadOnlyDictionary<string, Attachment>? Attachments { get; init; }
}
