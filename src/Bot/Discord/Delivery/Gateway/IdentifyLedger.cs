namespace Bot.Discord.Delivery.Gateway;

/// <summary>
/// Our IDENTIFYs of the last 24 hours, over all shards and over restarts. At 1,000 Discord ends all sessions and resets the
/// token, so a process that crashes at once and is started again must not spend them either.
/// </summary>
internal sealed class IdentifyLedger
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private readonly GatewayStore store;
    private readonly TimeProvider time;
    private readonly int limit;
    private readonly Lock gate = new();
    private readonly List<DateTimeOffset> spent;

    public IdentifyLedger(GatewayStore store, GatewayOptions options, TimeProvider time)
    {
        this.store = store;
        this.time = time;
        limit = options.DailyIdentifies;

        // A time in the future (the clock was set back) counts as now: it must not block for longer than a day.
        var now = time.GetUtcNow();
        spent = [.. store.ReadIdentifies().Select(at => at > now ? now : at).Order()];
    }

    public int Limit => limit;

    public int Spent
    {
        get
        {
            lock (gate)
            {
                Prune();
                return spent.Count;
            }
        }
    }

    /// <summary>The last IDENTIFY of all, maybe of a process before this one.</summary>
    public DateTimeOffset? Last
    {
        get
        {
            lock (gate)
            {
                return spent.Count > 0 ? spent[^1] : null;
            }
        }
    }

    /// <summary>How long until one more may be spent; the second half of the day's allowance is spread evenly over a day.</summary>
    /// <param name="promised">Already given out and not yet spent.</param>
    public TimeSpan Wait(int promised, bool urgent)
    {
        lock (gate)
        {
            Prune();
            var now = time.GetUtcNow();
            var count = spent.Count + promised;
            var free = limit / 2;
            if (count >= limit)
            {
                return (spent.Count > 0 ? spent[0] : now) + Day - now;
            }

            var due = count >= free && spent.Count > 0 && !urgent ? spent[^1] + (Day / (limit - free)) : now;
            return due > now ? due - now : TimeSpan.Zero;
        }
    }

    /// <summary>Written before the frame is sent: rather one too many in the book than one too few.</summary>
    public void Spend()
    {
        lock (gate)
        {
            Prune();
            spent.Add(time.GetUtcNow());
            store.SaveIdentifies([.. spent]);
        }
    }

    private void Prune()
    {
        var oldest = time.GetUtcNow() - Day;
        spent.RemoveAll(at => at <= oldest);
    }
}
