using System.Threading.RateLimiting;
using Bot.Chat;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Commands;

/// <summary>A bucket of tokens for each member and one for each server; idle ones are forgotten by the limiter itself.</summary>
internal sealed class Cooldowns : IDisposable
{
    private readonly PartitionedRateLimiter<string> users;
    private readonly PartitionedRateLimiter<string> servers;

    public Cooldowns(IOptions<CooldownOptions> options)
    {
        var limits = options.Value;
        users = Limiter(limits.UserBurst, limits.UserPerMinute);
        servers = Limiter(limits.ServerBurst, limits.ServerPerMinute);
    }

    /// <summary>Null if they may go on; else how long to wait, whole seconds, at least one.</summary>
    public TimeSpan? Take(Caller caller) =>
        Take(users, caller.UserId) ?? (caller.ServerId is { } server ? Take(servers, server) : null);

    public void Dispose()
    {
        users.Dispose();
        servers.Dispose();
    }

    private static TimeSpan? Take(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        if (lease.IsAcquired)
        {
            return null;
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        return TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling(wait.TotalSeconds)));
    }

    private static PartitionedRateLimiter<string> Limiter(int burst, int perMinute) => PartitionedRateLimiter.Create<string, string>(
        key => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / perMinute,
            QueueLimit = 0,
        }),
        StringComparer.Ordinal);
}
