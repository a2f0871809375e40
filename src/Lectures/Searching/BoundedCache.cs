using System.Collections.Concurrent;

namespace Lectures.Searching;

/// <summary>What was found before for a key, from many threads. It keeps the first <paramref name="most"/>: nothing is put out, so words that come later are found anew each time.</summary>
internal sealed class BoundedCache<TKey, TValue>(int most)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TValue> known = new(concurrencyLevel: 1, capacity: 31);

    /// <param name="from">What <paramref name="find"/> needs besides, so that it need not be a closure.</param>
    public TValue Get<TFrom>(TKey key, TFrom from, Func<TKey, TFrom, TValue> find)
    {
        if (known.TryGetValue(key, out var value))
        {
            return value;
        }

        value = find(key, from);
        if (known.Count < most)
        {
            known[key] = value;
        }

        return value;
    }
}
