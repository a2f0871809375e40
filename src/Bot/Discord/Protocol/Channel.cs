namespace Bot.Discord.Protocol;

internal sealed record Channel
{
    public string? Id { get; init; }

    public int? Type { get; init; }

    public string? Name { get; init; }
}
