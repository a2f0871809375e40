namespace Bot.Discord.Rest.RateLimits;

/// <summary>Discord allows a bot 50 requests a second over all its routes, interactions excepted.</summary>
internal sealed class GlobalLimit(TimeProvider time)
{
    // Below 50: requests bunch up on their way.
    private const int PerSecond = 40;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly long origin = time.GetTimestamp();
    private readonly Queue<TimeSpan> sent = new(PerSecond);
    private TimeSpan pausedUntil;

    /// <summary>Waits for a turn; false when that would take longer than <paramref name="patience"/>.</summary>
    public async Task<bool> EnterAsync(TimeSpan patience, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        while (true)
        {
            var wait = TryEnter();
            if (wait <= TimeSpan.Zero)
            {
                return true;
            }

            if (wait > patience - time.GetElapsedTime(start))
            {
                return false;
            }

            await Task.Delay(wait + TimeSpan.FromMilliseconds(1), time, cancellation);
        }
    }

    public void Pause(TimeSpan wait)
    {
        lock (gate)
        {
            var until = time.GetElapsedTime(origin) + wait;
            pausedUntil = until > pausedUntil ? until : pausedUntil;
        }
    }

    private TimeSpan TryEnter()
    {
        lock (gate)
        {
            var now = time.GetElapsedTime(origin);
            if (now < pausedUntil)
            {
                return pausedUntil - now;
            }

            while (sent.TryPeek(out var oldest) && now - oldest > Window)
            {
                sent.Dequeue();
            }

            if (sent.Count >= PerSecond)
            {
                return sent.Peek() + Window - now + TimeSpan.FromTicks(1);
            }

            sent.Enqueue(now);
            return TimeSpan.Zero;
        }
    }
}
