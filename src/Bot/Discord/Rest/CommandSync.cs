namespace Bot.Discord.Rest;

/// <summary>What became of a registration.</summary>
internal abstract record CommandSync
{
    private CommandSync()
    {
    }

    internal sealed record Unchanged : CommandSync;

    internal sealed record Replaced : CommandSync;

    internal sealed record Refused(string Reason) : CommandSync;
}
