using System.Threading.RateLimiting;
using Bot.Chat;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Commands;

/// <summary>A bucket of tokens for each member and one for each server; idle ones are forgotten by the limiter itself.</summary>
internal sealed class Cooldowns : IDisposable
{
    private readonly PartitionedRateLimiter<Bucket> users;
    private readonly PartitionedRateLimiter<Bucket> servers;

    public Cooldowns(IOptions<CooldownOptions> options)
    {
        var limits = options.Value;
        users = Limiter(limits.UserBurst, limits.UserPerMinute);
        servers = Limiter(limits.ServerBurst, limits.ServerPerMinute);
    }

    /// <summary>Null if they may go on; else how long to wait, whole seconds, at least one.</summary>
    /// <param name="perMinute">What the server has set for its members; null for what the operator has set. Moderators are not held to it.</param>
    public TimeSpan? Take(Caller caller, int? perMinute) =>
        Take(users, new Bucket(caller.UserId, null))
        ?? (caller is { ServerId: { } place, IsModerator: false } && perMinute is { } most ? Take(users, new Bucket($"{place}/{caller.UserId}", most)) : null)
        ?? (caller.ServerId is { } server ? Take(servers, new Bucket(server, null)) : null);

    public void Dispose()
    {
        users.Dispose();
        servers.Dispose();
    }

    private static TimeSpan? Take(PartitionedRateLimiter<Bucket> limiter, Bucket key)
    {
        using var lease = limiter.AttemptAcquire(key);
        if (lease.IsAcquired)
        {
            return null;
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        return TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling(wait.TotalSeconds)));
    }

    private static PartitionedRateLimiter<Bucket> Limiter(int burst, int perMinute) => PartitionedRateLimiter.Create<Bucket, Bucket>(
        key => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = key.PerMinute is { } most ? Math.Min(most, burst) : burst,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / (key.PerMinute ?? perMinute),
            QueueLimit = 0,
        }));

    /// <param name="PerMinute">Null for the limiter's own.</param>
    private sealed record Bucket(string Id, int? PerMinute);
}
