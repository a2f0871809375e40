namespace Bot.Discord.Rest.RateLimits;

/// <summary>
/// Discord blocks an address that is refused (401, 403, 429) 10,000 times in ten minutes. We stop far earlier: bot routes at a
/// tenth of it, answers to members, who did nothing wrong, at half.
/// </summary>
internal sealed class InvalidRequestBudget(TimeProvider time)
{
    private const int BotRoutes = 1_000;
    private const int Answers = 5_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private readonly Queue<long> refused = new();

    public int Spent
    {
        get
        {
            lock (gate)
            {
                while (refused.TryPeek(out var oldest) && time.GetElapsedTime(oldest) > Window)
                {
                    refused.Dequeue();
                }

                return refused.Count;
            }
        }
    }

    public bool Allows(RouteKind kind) => Spent < (kind == RouteKind.Bot ? BotRoutes : Answers);

    public void Count()
    {
        lock (gate)
        {
            refused.Enqueue(time.GetTimestamp());
        }
    }
}
