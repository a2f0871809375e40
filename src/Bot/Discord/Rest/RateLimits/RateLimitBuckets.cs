using System.Collections.Concurrent;
using System.Diagnostics;

namespace Bot.Discord.Rest.RateLimits;

/// <summary>
/// All limits known, by the name that responses give them and by what they count per. An interaction's token is never
/// seen again, so buckets without news are dropped.
/// </summary>
internal sealed class RateLimitBuckets(TimeProvider time)
{
    private const int EntriesBetweenSweeps = 256;

    private readonly ConcurrentDictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Name, string Major), RateLimitBucket> buckets = new();
    private int entries;

    /// <summary>How many limits are remembered.</summary>
    public int Count => buckets.Count;

    /// <summary>Waits for a place; null when that would take longer than <paramref name="patience"/>.</summary>
    public async Task<RateLimitBucket?> EnterAsync(RestCall call, TimeSpan patience, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref entries) % EntriesBetweenSweeps == 0)
        {
            Sweep();
        }

        var start = time.GetTimestamp();
        while (true)
        {
            var bucket = Find(call);
            var left = patience - time.GetElapsedTime(start);
            switch (bucket.TryEnter())
            {
                case RateLimitBucket.Entry.Entered:
                    return bucket;
                case RateLimitBucket.Entry.Retired:
                    break;
                case RateLimitBucket.Entry.Wait wait when wait.For > left:
                    return null;
                case RateLimitBucket.Entry.Wait wait:
                    // A tick more: a timer must not fire before the window has passed.
                    await Task.Delay(wait.For + TimeSpan.FromMilliseconds(1), time, cancellation);
                    break;
                case RateLimitBucket.Entry.Turn when left <= TimeSpan.Zero:
                    return null;
                case RateLimitBucket.Entry.Turn turn:
                    await Task.WhenAny(turn.Changed, Task.Delay(left, time, cancellation));
                    cancellation.ThrowIfCancellationRequested();
                    break;
                default:
                    throw new UnreachableException();
            }
        }
    }

    /// <summary>Ends a call that entered; <paramref name="headers"/> is null if no response came. Returns the bucket that the call counted against.</summary>
    public RateLimitBucket Leave(RestCall call, RateLimitBucket entered, RateLimitHeaders? headers)
    {
        var target = entered;
        if (headers is not null)
        {
            if (headers.Bucket is { } name && !string.Equals(names.GetValueOrDefault(call.Route), name, StringComparison.Ordinal))
            {
                names[call.Route] = name;
            }

            target = Find(call);
            target.Learn(headers);
            if (!ReferenceEquals(target, entered))
            {
                entered.Retire();
                buckets.TryRemove(new((call.Route, call.Major), entered));
            }
        }

        entered.Leave();
        return target;
    }

    public void Sweep()
    {
        foreach (var pair in buckets)
        {
            if (pair.Value.RetireIfIdle())
            {
                buckets.TryRemove(pair);
            }
        }
    }

    private RateLimitBucket Find(RestCall call)
    {
        var key = (names.GetValueOrDefault(call.Route) ?? call.Route, call.Major);
        while (true)
        {
            var bucket = buckets.GetOrAdd(key, static (_, clock) => new RateLimitBucket(clock), time);
            if (!bucket.IsRetired)
            {
                return bucket;
            }

            buckets.TryRemove(new(key, bucket));
        }
    }
}
