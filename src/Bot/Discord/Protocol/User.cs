namespace Bot.Discord.Protocol;

internal sealed record User
{
    public string? Id { get; init; }

    public string? Username { get; init; }

    public string? GlobalName { get; init; }

    public bool? Bot { get; init; }
}
