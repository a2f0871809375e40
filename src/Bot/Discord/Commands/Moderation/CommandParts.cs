using Bot.Discord.Protocol;

namespace Bot.Discord.Commands.Moderation;

/// <summary>Parts of moderators' commands, each name and description in four languages.</summary>
internal static class CommandParts
{
    /// <summary>For those who manage the server, in servers that installed Clio; which Clio checks again with every call.</summary>
    public static ApplicationCommand Command(Words name, Words description, params IReadOnlyList<CommandOption> subcommands) => new()
    {
        Name = name.English,
        NameLocalizations = name.Others,
        Description = description.English,
        DescriptionLocalizations = description.Others,
        Options = subcommands,
        DefaultMemberPermissions = (ulong)Permissions.ManageGuild,
        Contexts = [InteractionContext.Guild],
        IntegrationTypes = [IntegrationType.Guild],
    };

    public static CommandOption Subcommand(Words name, Words description, params IReadOnlyList<CommandOption> options) =>
        Option(OptionType.Subcommand, name, description) with { Options = options.Count > 0 ? options : null };

    public static CommandOption Option(OptionType type, Words name, Words description) => new()
    {
        Type = type,
        Name = name.English,
        NameLocalizations = name.Others,
        Description = description.English,
        DescriptionLocalizations = description.Others,
    };

    public static CommandOption Required(this CommandOption option) => option with { Required = true };

    public static CommandOption Suggested(this CommandOption option) => option with { Autocomplete = true };

    public static CommandOption Between(this CommandOption option, double least, double most) => option with { MinValue = least, MaxValue = most };

    public static CommandOption AtMost(this CommandOption option, int length) => option with { MaxLength = length };
}

internal sealed record Words(string English, string German, string Spanish, string French)
{
    public IReadOnlyDictionary<string, string> Others => new Dictionary<string, string>(StringComparer.Ordinal) { ["de"] = German, ["es-ES"] = Spanish, ["fr"] = French };
}
