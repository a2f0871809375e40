namespace Bot.Discord.Protocol;

/// <summary>Which interaction a message answers, and whose it was.</summary>
internal sealed record MessageInteraction
{
    public string? Id { get; init; }

    public User? User { get; init; }
}
