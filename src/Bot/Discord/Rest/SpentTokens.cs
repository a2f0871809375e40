namespace Bot.Discord.Rest;

/// <summary>Interaction tokens that Discord has declared dead. None lives longer than fifteen minutes, so none is kept longer.</summary>
internal sealed class SpentTokens(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private readonly Lock gate = new();
    private readonly HashSet<string> tokens = new(StringComparer.Ordinal);
    private readonly Queue<(string Token, long Since)> order = new();

    public int Count
    {
        get
        {
            lock (gate)
            {
                return tokens.Count;
            }
        }
    }

    public void Add(string token)
    {
        lock (gate)
        {
            Forget();
            if (tokens.Add(token))
            {
                order.Enqueue((token, time.GetTimestamp()));
            }
        }
    }

    public bool Contains(string token)
    {
        lock (gate)
        {
            Forget();
            return tokens.Contains(token);
        }
    }

    private void Forget()
    {
        while (order.TryPeek(out var oldest) && time.GetElapsedTime(oldest.Since) > Lifetime)
        {
            tokens.Remove(order.Dequeue().Token);
        }
    }
}
