namespace Bot.Discord.Delivery.Gateway;

/// <summary>Discord's limit of one connection: 120 frames in any 60 seconds, heartbeats included. Not thread-safe.</summary>
internal sealed class SendWindow(TimeProvider time)
{
    private const int Limit = 120;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(60);

    private readonly Queue<long> sent = new();

    /// <param name="spare">Frames that must remain for what matters more.</param>
    public bool TryTake(int spare)
    {
        while (sent.TryPeek(out var oldest) && time.GetElapsedTime(oldest) > Length)
        {
            sent.Dequeue();
        }

        if (sent.Count + spare >= Limit)
        {
            return false;
        }

        sent.Enqueue(time.GetTimestamp());
        return true;
    }
}
