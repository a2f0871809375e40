namespace Bot.DiscordNet;

/// <summary>What is known of one connection of a shard.</summary>
/// <param name="permit">To identify on it; null where a session is to be resumed.</param>
internal sealed class GatewayLink(IdentifyPermit? permit, TimeProvider time, CancellationToken library) : IDisposable
{
    private readonly CancellationTokenSource limit = new();
    private readonly TaskCompletionSource hello = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenSource? opening;
    private long? heartbeat;
    private int ended;

    public IdentifyPermit? Permit => permit;

    /// <summary>Whether IDENTIFY or RESUME went out; one of them may, once.</summary>
    public bool HasShaken { get; set; }

    /// <summary>Why it ends, as far as somebody knows.</summary>
    public string? Why { get; set; }

    /// <summary>Completes with HELLO, fails with the end of the connection.</summary>
    public Task Hello => hello.Task;

    private TimeSpan Interval { get; set; }

    /// <summary>A token that ends the opening when it takes too long, and otherwise what the library says.</summary>
    public CancellationToken Open(TimeSpan within)
    {
        opening = CancellationTokenSource.CreateLinkedTokenSource(library, limit.Token);
        limit.CancelAfter(within);
        return opening.Token;
    }

    public void GiveUp() => limit.Cancel();

    public void Opened() => limit.CancelAfter(Timeout.InfiniteTimeSpan);

    public void Greeted(long interval)
    {
        Interval = TimeSpan.FromMilliseconds(interval);
        hello.TrySetResult();
    }

    public void Refused(string why)
    {
        Why = why;
        hello.TrySetException(new IOException(why));
    }

    /// <summary>False if the last one was due long ago and is still not acknowledged; one that Discord asks for in between is no such case.</summary>
    public bool TryHeartbeat()
    {
        if (heartbeat is not { } last)
        {
            heartbeat = time.GetTimestamp();
            return true;
        }

        return time.GetElapsedTime(last) < Interval / 2;
    }

    public void Acknowledged() => heartbeat = null;

    /// <summary>False if it had ended before.</summary>
    public bool TryEnd(string why)
    {
        if (Interlocked.Exchange(ref ended, 1) != 0)
        {
            return false;
        }

        Refused(Why ?? why);
        permit?.Dispose();
        return true;
    }

    public void Dispose()
    {
        // Nobody may be waiting for HELLO any more; a failure that nobody sees is none.
        _ = hello.Task.Exception;
        opening?.Dispose();
        limit.Dispose();
    }
}
