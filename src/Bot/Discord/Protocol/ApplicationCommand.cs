using System.Text.Json.Serialization;

namespace Bot.Discord.Protocol;

/// <summary>
/// A command as it is registered and, with localisations asked for, read back. Renaming one deletes the permissions that
/// administrators gave it.
/// </summary>
internal sealed record ApplicationCommand
{
    public CommandType Type { get; init; } = CommandType.ChatInput;

    public required string Name { get; init; }

    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>1–100 for slash commands, absent for the others.</summary>
    public string? Description { get; init; }

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    public IReadOnlyList<CommandOption>? Options { get; init; }

    /// <summary>A number when sent (the specification's form), a string when read back; both are read.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public ulong? DefaultMemberPermissions { get; init; }

    /// <summary>Global commands only, as <see cref="IntegrationTypes"/>; always given, for the documented defaults contradict each other.</summary>
    public IReadOnlyList<InteractionContext>? Contexts { get; init; }

    public IReadOnlyList<IntegrationType>? IntegrationTypes { get; init; }
}
