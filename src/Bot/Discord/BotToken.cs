using Microsoft.Extensions.Options;

namespace Bot.Discord;

/// <summary>The bot's token, read once from where the options say. Never logged; sent to Discord's bot routes and the gateway only.</summary>
internal sealed class BotToken(IOptions<DiscordOptions> options)
{
    private readonly Lazy<string> value = new(() => Read(options.Value));

    public string Value => value.Value;

    /// <summary>Why the file cannot serve, or null.</summary>
    public static string? Problem(string file)
    {
        try
        {
            return string.IsNullOrWhiteSpace(File.ReadAllText(file)) ? $"Discord:TokenFile '{file}' is empty." : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return $"Discord:TokenFile '{file}' cannot be read: check the path and who may read it.";
        }
    }

    private static string Read(DiscordOptions options) =>
        (string.IsNullOrWhiteSpace(options.Token) ? File.ReadAllText(options.TokenFile ?? string.Empty) : options.Token).Trim();

    public override string ToString() => "(bot token)";
}
