namespace Bot.Discord.Protocol;

/// <summary>One record for commands, components and modals: the interaction's type says which members are set.</summary>
internal sealed record InteractionData
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary>The command's type; absent for components and modals.</summary>
    public CommandType? Type { get; init; }

    public ResolvedData? Resolved { get; init; }

    public IReadOnlyList<InteractionOption>? Options { get; init; }

    public string? GuildId { get; init; }

    public string? TargetId { get; init; }

    public string? CustomId { get; init; }

    public int? ComponentType { get; init; }

    /// <summary>What was chosen in a select menu.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>What was entered in a modal.</summary>
    public IReadOnlyList<Component>? Components { get; init; }
}
