using System.Text.Json;
using Bot.Discord.Protocol;

namespace Bot.Discord.Rest;

/// <summary>
/// Whether two command lists mean the same. Discord gives back more than it was given: empty texts and lists, defaults, its
/// own order; all of that is put into one form first.
/// </summary>
internal static class CommandComparison
{
    public static bool AreSame(IReadOnlyList<ApplicationCommand> wanted, IReadOnlyList<ApplicationCommand> registered) =>
        Form(wanted).AsSpan().SequenceEqual(Form(registered));

    private static byte[] Form(IReadOnlyList<ApplicationCommand> commands) => JsonSerializer.SerializeToUtf8Bytes(
        [.. commands.Select(Form).OrderBy(command => command.Type).ThenBy(command => command.Name, StringComparer.Ordinal)],
        DiscordJson.Default.IReadOnlyListApplicationCommand);

    private static ApplicationCommand Form(ApplicationCommand command) => command with
    {
        NameLocalizations = Form(command.NameLocalizations),
        Description = Form(command.Description),
        DescriptionLocalizations = Form(command.DescriptionLocalizations),
        Options = Form(command.Options),
        Contexts = command.Contexts is { Count: > 0 } contexts ? [.. contexts.Order()] : null,
        IntegrationTypes = command.IntegrationTypes is { Count: > 0 } types ? [.. types.Order()] : null,
    };

    // The order of options is what members see, so it stays.
    private static IReadOnlyList<CommandOption>? Form(IReadOnlyList<CommandOption>? options) =>
        options is { Count: > 0 } ? [.. options.Select(Form)] : null;

    private static CommandOption Form(CommandOption option) => option with
    {
        NameLocalizations = Form(option.NameLocalizations),
        Description = Form(option.Description),
        DescriptionLocalizations = Form(option.DescriptionLocalizations),
        Required = option.Required is true ? true : null,
        Autocomplete = option.Autocomplete is true ? true : null,
        Choices = option.Choices is { Count: > 0 } choices
            ? [.. choices.Select(choice => choice with { NameLocalizations = Form(choice.NameLocalizations) })]
            : null,
        ChannelTypes = option.ChannelTypes is { Count: > 0 } types ? [.. types.Order()] : null,
        Options = Form(option.Options),
    };

    private static string? Form(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static SortedDictionary<string, string>? Form(IReadOnlyDictionary<string, string>? texts) =>
        texts is { Count: > 0 } ? new SortedDictionary<string, string>(texts.ToDictionary(), StringComparer.Ordinal) : null;
}
