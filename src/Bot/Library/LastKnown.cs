using System.Collections.Concurrent;
using Bot.Storage;

namespace Bot.Library;

/// <summary>
/// What is stored of servers and looked at with every question: kept for some seconds, as another process may change it, and for as long as the
/// store cannot be read.
/// </summary>
internal sealed class LastKnown<T>(TimeProvider time, Func<ServerId, T> read, T unknown)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<ServerId, (T Value, long ReadAt)> known = new();

    public T Get(ServerId server)
    {
        var isKnown = known.TryGetValue(server, out var last);
        if (isKnown && time.GetElapsedTime(last.ReadAt) < Fresh)
        {
            return last.Value;
        }

        try
        {
            var value = read(server);
            known[server] = (value, time.GetTimestamp());
            return value;
        }
        catch (StorageException)
        {
            // The writer of the next change says what is wrong; a question is answered nevertheless.
            return isKnown ? last.Value : unknown;
        }
    }

    public void Forget(ServerId server) => known.TryRemove(server, out _);
}
