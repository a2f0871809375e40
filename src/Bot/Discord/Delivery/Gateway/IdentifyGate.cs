using System.Globalization;
using Bot.Discord.Protocol;

namespace Bot.Discord.Delivery.Gateway;

/// <summary>
/// Every IDENTIFY of every shard passes here: in order, five seconds apart within a group of max_concurrency, never against
/// Discord's remaining count nor our own ledger.
/// </summary>
internal sealed partial class IdentifyGate(
    GatewayWiring wiring, GatewayOptions options, IdentifyLedger ledger, ILogger logger) : IDisposable
{
    // A quarter of a second above the rule: Discord measures when frames arrive, we when they leave.
    public static readonly TimeSpan Spacing = TimeSpan.FromSeconds(5.25);
    private static readonly TimeSpan DiscoveryLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AnswerIsFresh = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestBudgetWait = TimeSpan.FromHours(24);

    private readonly TimeProvider time = wiring.Time;
    private readonly SemaphoreSlim line = new(1);
    private readonly SemaphoreSlim asking = new(1);
    private readonly Lock counting = new();
    private readonly Dictionary<int, Group> groups = [];
    private GatewayBot? answer;
    private long answeredAt;
    private int spentSinceAnswer;
    private int promised;

    /// <summary>Set after a close code that says the whole bot is misconfigured: nobody identifies any more.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The last address that Discord gave, for connections that have no better one.</summary>
    public string? CachedUrl => answer?.Url;

    public void Refuse(string reason) => Refusal ??= reason;

    /// <summary>GET /gateway/bot; an answer of the last five seconds is used again.</summary>
    public async Task<GatewayBot> DiscoverAsync(CancellationToken cancellation)
    {
        await asking.WaitAsync(cancellation);
        try
        {
            if (answer is { } known && time.GetElapsedTime(answeredAt) < AnswerIsFresh)
            {
                return known;
            }

            using var limit = new CancellationTokenSource(DiscoveryLimit, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
            var fresh = await wiring.Discover(either.Token);
            lock (counting)
            {
                answer = fresh;
                answeredAt = time.GetTimestamp();
                spentSinceAnswer = 0;
            }

            return fresh;
        }
        finally
        {
            asking.Release();
        }
    }

    /// <summary>Whether so many IDENTIFYs more would leave the reserve and half of the day's allowance untouched.</summary>
    public async Task<bool> CanSpareAsync(int count, CancellationToken cancellation)
    {
        try
        {
            var remaining = (await DiscoverAsync(cancellation)).SessionStartLimit?.Remaining ?? int.MaxValue;
            lock (counting)
            {
                return remaining - spentSinceAnswer - promised - count >= options.IdentifyReserve
                    && ledger.Spent + promised + count <= ledger.Limit / 2;
            }
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            LogNotDiscovered(exception);
            return false;
        }
    }

    /// <summary>Waits for the shard's turn. Null after <see cref="Refuse"/>; throws if Discord cannot be asked.</summary>
    /// <param name="urgent">A person asked for it: the reserve may be used.</param>
    /// <param name="waiting">Told why, before a wait for budget.</param>
    public async Task<IdentifyTurn?> WaitAsync(int shard, bool urgent, Action<string> waiting, CancellationToken cancellation)
    {
        // Shards queue up in the order of their numbers, and the line keeps it.
        Group group;
        Task entering;
        await line.WaitAsync(cancellation);
        try
        {
            var bot = await DiscoverAsync(cancellation);
            group = GroupOf(shard % Math.Max(1, bot.SessionStartLimit?.MaxConcurrency ?? 1));
            entering = group.Lock.WaitAsync(cancellation);
        }
        finally
        {
            line.Release();
        }

        await entering;
        try
        {
            var bot = await AffordAsync(group, urgent, waiting, cancellation);
            if (bot is not null)
            {
                return new IdentifyTurn(bot, isSpent => Release(group, isSpent));
            }
        }
        catch
        {
            group.Lock.Release();
            throw;
        }

        group.Lock.Release();
        return null;
    }

    public void Dispose()
    {
        line.Dispose();
        asking.Dispose();
    }

    private async Task<GatewayBot?> AffordAsync(Group group, bool urgent, Action<string> waiting, CancellationToken cancellation)
    {
        var shortestWait = TimeSpan.FromSeconds(1);
        while (Refusal is null)
        {
            if (group.LastIdentify is { } last && Spacing - time.GetElapsedTime(last) is var pause && pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, time, cancellation);
            }

            var bot = await DiscoverAsync(cancellation);
            if (Refusal is not null)
            {
                break;
            }

            if (Shortage(bot, urgent) is not { } shortage)
            {
                return bot;
            }

            var wait = TimeSpan.FromTicks(Math.Clamp(shortage.Wait.Ticks, shortestWait.Ticks, LongestBudgetWait.Ticks));
            LogNoBudget(shortage.Why, wait);
            waiting($"waiting for identify budget: {shortage.Why}; next look in {Words(wait)}");
            await Task.Delay(wait, time, cancellation);

            // Whatever Discord said before the wait is out of date, and a reset that does not come must not be asked for every second.
            answeredAt = time.GetTimestamp() - (long)(AnswerIsFresh.TotalSeconds * time.TimestampFrequency);
            shortestWait = TimeSpan.FromMinutes(1);
        }

        return null;
    }

    /// <summary>Null: one may be spent, and is promised.</summary>
    private (TimeSpan Wait, string Why)? Shortage(GatewayBot bot, bool urgent)
    {
        lock (counting)
        {
            if (bot.SessionStartLimit is { } start)
            {
                var left = start.Remaining - spentSinceAnswer - promised;
                var floor = urgent ? 1 : Math.Max(1, Math.Min(options.IdentifyReserve, start.Total / 2));
                if (left < floor)
                {
                    var reset = TimeSpan.FromMilliseconds(Math.Clamp(start.ResetAfter, 0, (long)LongestBudgetWait.TotalMilliseconds));
                    return (reset - time.GetElapsedTime(answeredAt), $"Discord allows {left} more, and {floor} must be left");
                }
            }

            var own = ledger.Wait(promised, urgent);
            if (own > TimeSpan.Zero)
            {
                return (own, $"{ledger.Spent} of our own {ledger.Limit} in 24 hours are spent");
            }

            promised++;
            return null;
        }
    }

    private void Release(Group group, bool isSpent)
    {
        lock (counting)
        {
            promised--;
            if (isSpent)
            {
                spentSinceAnswer++;
                ledger.Spend();
                group.LastIdentify = time.GetTimestamp();
            }
        }

        group.Lock.Release();
    }

    private Group GroupOf(int number)
    {
        lock (counting)
        {
            return groups.TryGetValue(number, out var group) ? group : groups[number] = new Group();
        }
    }

    private static string Words(TimeSpan wait) => wait < TimeSpan.FromMinutes(2)
        ? string.Create(CultureInfo.InvariantCulture, $"{wait.TotalSeconds:0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{wait.TotalMinutes:0} min");

    private sealed class Group
    {
        public SemaphoreSlim Lock { get; } = new(1);

        public long? LastIdentify { get; set; }
    }

    [LoggerMessage(LogLevel.Warning, "GET /gateway/bot failed; the sessions stay as they are")]
    private partial void LogNotDiscovered(Exception exception);

    [LoggerMessage(LogLevel.Error, "No IDENTIFY now: {Why}. Waiting {Wait}")]
    private partial void LogNoBudget(string why, TimeSpan wait);
}
