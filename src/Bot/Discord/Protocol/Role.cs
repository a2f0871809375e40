namespace Bot.Discord.Protocol;

internal sealed record Role
{
    public string? Id { get; init; }

    public string? Name { get; init; }
}
