namespace Bot.Discord.Delivery.Gateway;

/// <summary>What a later process needs to go on where this one stopped.</summary>
internal sealed record SavedSession(
    int Shard, string Id, string? ResumeUrl, long Sequence, string ApplicationId, IReadOnlyList<string> GuildIds);
