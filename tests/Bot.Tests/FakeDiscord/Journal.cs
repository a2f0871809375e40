namespace Bot.Tests.FakeDiscord;

/// <summary>What the fake Discord received and did, in order. Assertions read the journal and nothing else.</summary>
public sealed class Journal(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly List<JournalEntry> entries = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How long, by the real clock, an entry is waited for; what never comes fails a test instead of hanging it.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    public IReadOnlyList<JournalEntry> Entries
    {
        get
        {
            lock (gate)
            {
                return [.. entries];
            }
        }
    }

    public int Count
    {
        get
        {
            lock (gate)
            {
                return entries.Count;
            }
        }
    }

    public void Add(string kind, string subject, string body = "", IReadOnlyDictionary<string, string>? headers = null)
    {
        TaskCompletionSource signal;
        lock (gate)
        {
            entries.Add(new JournalEntry(entries.Count, time.GetTimestamp(), kind, subject, body, headers ?? new Dictionary<string, string>()));
            signal = changed;
            changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        signal.SetResult();
    }

    /// <summary>The first entry that fits, already there or yet to come.</summary>
    public async Task<JournalEntry> WaitForAsync(Func<JournalEntry, bool> fits, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (entries.FirstOrDefault(fits) is { } found)
                {
                    return found;
                }

                next = changed.Task;
            }

            try
            {
                await next.WaitAsync(either.Token);
            }
            catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
            {
                throw new TimeoutException($"Nothing that fits came within {Patience}; the last: {string.Join("; ", Entries.TakeLast(5).Select(static entry => $"{entry.Kind} {entry.Subject}"))}");
            }
        }
    }
}

/// <param name="Timestamp">Monotonic, in the units of the time provider's frequency.</param>
/// <param name="Kind">"rest", "frame-in", "frame-out", "connect", "close", "cdn", …</param>
public sealed record JournalEntry(
    int Number, long Timestamp, string Kind, string Subject, string Body, IReadOnlyDictionary<string, string> Headers);
