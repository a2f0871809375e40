namespace Bot.Discord.Delivery;

/// <summary>
/// The last interactions, for Discord may deliver one several times: over two sessions, after a resume, or replayed by
/// somebody who kept a signed request.
/// </summary>
internal sealed class SeenInteractions(int capacity = 65_536)
{
    private readonly Lock gate = new();
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();

    /// <summary>False if it was seen before.</summary>
    public bool TryAdd(string id)
    {
        lock (gate)
        {
            if (!ids.Add(id))
            {
                return false;
            }

            order.Enqueue(id);
            if (order.Count > capacity)
            {
                ids.Remove(order.Dequeue());
            }

            return true;
        }
    }
}
