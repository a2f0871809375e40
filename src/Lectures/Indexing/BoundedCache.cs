using System.Collections.Concurrent;

namespace Lectures.Indexing;

/// <summary>What was found before for a key, from many threads. When it holds <paramref name="most"/>, which no usual day brings about, it begins anew.</summary>
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
        if (known.Count >= most)
        {
            known.Clear();
        }

        known[key] = value;
        return value;
    }
}
