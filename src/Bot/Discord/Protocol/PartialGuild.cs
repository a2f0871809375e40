namespace Bot.Discord.Protocol;

internal sealed record PartialGuild
{
    public required string Id { get; init; }

    public string? Name { get; init; }
}
