using Bot.Library;
using Lectures.Indexing;

namespace Bot.Chat;

/// <summary>Suggests what to fill in while somebody types.</summary>
internal sealed class SuggestHandler(ServerLibraries library)
{
    private const int Most = 25;

    public IReadOnlyList<string> Questions(string typed, Caller? caller) => Suggest(static catalog => catalog.Questions, typed, caller);

    public IReadOnlyList<string> Series(string typed, Caller? caller) => Suggest(static catalog => catalog.Series, typed, caller);

    public IReadOnlyList<string> Speakers(string typed, Caller? caller) => Suggest(static catalog => catalog.Speakers, typed, caller);

    /// <summary>The series of that name, however it is capitalised, or of that key; null where there is none.</summary>
    public string? FindSeries(string name, Caller? caller) => Find(static catalog => catalog.Series, name, caller);

    public string? FindSpeaker(string name, Caller? caller) => Find(static catalog => catalog.Speakers, name, caller);

    private string? Find(Func<LibraryCatalog, IReadOnlyList<string>> list, string name, Caller? caller)
    {
        using var lease = library.Lease(Caller.ServerOf(caller));
        return lease is null ? null : list(lease.Catalog).FirstOrDefault(one => Scope.KeyOf(one) == Scope.KeyOf(name) || Scope.KeyOf(one) == name);
    }

    /// <summary>First what begins as typed, then what has a word that does, then what holds it anywhere.</summary>
    private List<string> Suggest(Func<LibraryCatalog, IReadOnlyList<string>> list, string typed, Caller? caller)
    {
        using var lease = library.Lease(Caller.ServerOf(caller));
        if (lease is null)
        {
            return [];
        }

        var wanted = typed.Trim();
        return [.. list(lease.Catalog).Select(one => (One: one, Order: Order(one, wanted))).Where(static one => one.Order < 3).OrderBy(static one => one.Order).Take(Most).Select(static one => one.One)];
    }

    private static int Order(string one, string typed)
    {
        var at = one.IndexOf(typed, StringComparison.OrdinalIgnoreCase);
        if (at <= 0)
        {
            return at < 0 ? 3 : 0;
        }

        return one.Contains(" " + typed, StringComparison.OrdinalIgnoreCase) ? 1 : 2;
    }
}
