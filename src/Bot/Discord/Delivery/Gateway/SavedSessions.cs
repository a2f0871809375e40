namespace Bot.Discord.Delivery.Gateway;

/// <param name="ShardCount">A session belongs to one division into shards and is worthless under another.</param>
internal sealed record SavedSessions(DateTimeOffset SavedAt, int ShardCount, IReadOnlyList<SavedSession> Sessions);
