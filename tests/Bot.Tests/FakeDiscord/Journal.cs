namespace Bot.Tests.FakeDiscord;

/// <summary>What the fake Discord received and did, in order. Assertions read the journal and nothing else.</summary>
public sealed class Journal(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly List<JournalEntry> entries = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

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

    /// <summary>The first entry that fits, already there or yet to come; the token bounds the wait.</summary>
    public async Task<JournalEntry> WaitForAsync(Func<JournalEntry, bool> fits, CancellationToken cancellation)
    {
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

            await next.WaitAsync(cancellation);
        }
    }
}

/// <param name="Timestamp">Monotonic, in the units of the time provider's frequency.</param>
/// <param name="Kind">"rest", "frame-in", "frame-out", "connect", "close", "cdn", …</param>
public sealed record JournalEntry(
    int Number, long Timestamp, string Kind, string Subject, string Body, IReadOnlyDictionary<string, string> Headers);
