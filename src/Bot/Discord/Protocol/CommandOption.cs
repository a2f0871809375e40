namespace Bot.Discord.Protocol;

/// <summary>An option or a subcommand; required ones come first.</summary>
internal sealed record CommandOption
{
    public required OptionType Type { get; init; }

    public required string Name { get; init; }

    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    public string? Description { get; init; }

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    public bool? Required { get; init; }

    /// <summary>At most 25; not together with <see cref="Autocomplete"/>.</summary>
    public IReadOnlyList<CommandChoice>? Choices { get; init; }

    public IReadOnlyList<CommandOption>? Options { get; init; }

    public IReadOnlyList<int>? ChannelTypes { get; init; }

    public double? MinValue { get; init; }

    public double? MaxValue { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public bool? Autocomplete { get; init; }
}
