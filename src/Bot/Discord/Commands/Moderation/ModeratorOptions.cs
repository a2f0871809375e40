using Bot.Discord.Protocol;

namespace Bot.Discord.Commands.Moderation;

/// <summary>What was filled into a subcommand. Values keep no type that the sender claims.</summary>
internal sealed class ModeratorOptions(Interaction interaction)
{
    private readonly InteractionOption? subcommand = interaction.Data?.Options?.FirstOrDefault(static option => option.Type == OptionType.Subcommand);

    /// <summary>"library add"; "library" where there is no subcommand.</summary>
    public string Command => $"{interaction.Data?.Name} {subcommand?.Name}".Trim();

    /// <summary>What is being typed, in autocomplete only.</summary>
    public InteractionOption? Typing => All.FirstOrDefault(static option => option.Focused == true);

    public IReadOnlyList<InteractionOption> All => subcommand?.Options ?? [];

    public string? Text(string name) => Find(name)?.Text is { Length: > 0 } text ? text : null;

    public long? Integer(string name) => Find(name)?.Integer;

    public bool? Flag(string name) => Find(name)?.Flag;

    public InteractionOption? Find(string name) => All.FirstOrDefault(option => option.Name == name);
}
