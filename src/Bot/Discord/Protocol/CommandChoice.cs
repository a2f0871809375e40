using System.Text.Json;

namespace Bot.Discord.Protocol;

/// <param name="Value">Text or a number, as its option.</param>
internal sealed record CommandChoice(string Name, JsonElement Value, IReadOnlyDictionary<string, string>? NameLocalizations = null)
{
    public static CommandChoice Of(string name, string value) =>
        new(name, JsonSerializer.SerializeToElement(value, DiscordJson.Default.String));
}
