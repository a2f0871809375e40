namespace Bot.Discord.Rest.RateLimits;

/// <summary>
/// One limit as far as responses have told. While its size is unknown one request is under way at a time; afterwards as
/// many as remain. Times are the monotonic clock's, so a wrong host clock does no harm.
/// </summary>
internal sealed class RateLimitBucket(TimeProvider time)
{
    // Resets of one window vary by the network's delay; a later one is a new window.
    private static readonly TimeSpan SameWindow = TimeSpan.FromMilliseconds(250);

    private readonly Lock gate = new();
    private readonly long origin = time.GetTimestamp();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan? resetAt;
    private TimeSpan blockedUntil;
    private int remaining;
    private int inFlight;
    private bool retired;

    /// <summary>Out of use; look for a successor.</summary>
    public bool IsRetired
    {
        get
        {
            lock (gate)
            {
                return retired;
            }
        }
    }

    private TimeSpan Now => time.GetElapsedTime(origin);

    /// <summary>Enters, or says what to wait for.</summary>
    public Entry TryEnter()
    {
        lock (gate)
        {
            if (retired)
            {
                return new Entry.Retired();
            }

            var now = Now;
            if (now < blockedUntil)
            {
                return new Entry.Wait(blockedUntil - now);
            }

            if (resetAt <= now)
            {
                resetAt = null;
            }

            if (resetAt is { } reset && remaining <= 0)
            {
                return new Entry.Wait(reset - now);
            }

            if (resetAt is null && inFlight > 0)
            {
                return new Entry.Turn(changed.Task);
            }

            inFlight++;
            remaining--;
            return new Entry.Entered();
        }
    }

    /// <summary>A request that entered has ended.</summary>
    public void Leave()
    {
        lock (gate)
        {
            inFlight--;
            Wake();
        }
    }

    /// <summary>Takes over what a response says.</summary>
    public void Learn(RateLimitHeaders headers)
    {
        if (headers is not { Remaining: { } left, ResetAfter: { } after })
        {
            return;
        }

        lock (gate)
        {
            var reset = Now + after;
            var isNew = resetAt is not { } known || reset - known > SameWindow;

            // Requests still under way are not in the number that this response was given.
            remaining = isNew ? left - Math.Max(0, inFlight - 1) : Math.Min(remaining, left);
            resetAt = reset;
            Wake();
        }
    }

    public void Block(TimeSpan wait)
    {
        lock (gate)
        {
            var until = Now + wait;
            blockedUntil = until > blockedUntil ? until : blockedUntil;
        }
    }

    /// <summary>Takes the bucket out of use if it holds nothing worth knowing; whoever waits looks for its successor.</summary>
    public bool RetireIfIdle()
    {
        lock (gate)
        {
            var now = Now;
            if (inFlight > 0 || blockedUntil > now || resetAt > now)
            {
                return false;
            }

            retired = true;
            Wake();
            return true;
        }
    }

    /// <summary>The route has turned out to share another bucket.</summary>
    public void Retire()
    {
        lock (gate)
        {
            retired = true;
            Wake();
        }
    }

    private void Wake()
    {
        var signal = changed;
        changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        signal.SetResult();
    }

    internal abstract record Entry
    {
        private Entry()
        {
        }

        internal sealed record Entered : Entry;

        internal sealed record Wait(TimeSpan For) : Entry;

        internal sealed record Turn(Task Changed) : Entry;

        internal sealed record Retired : Entry;
    }
}
