namespace Bot.Discord.Rest;

/// <summary>Discord's required form; others may be blocked.</summary>
internal static class UserAgent
{
    private const string Project = "https://github.com/clio-lectures/clio";

    public static string Text { get; } =
        $"DiscordBot ({Project}, {typeof(UserAgent).Assembly.GetName().Version?.ToString(3) ?? "0.0.0"}) Clio";
}
