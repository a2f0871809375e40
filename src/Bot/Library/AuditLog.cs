using Bot.Storage;

namespace Bot.Library;

/// <summary>Who changed what in a server.</summary>
internal sealed class AuditLog(AuditStore store, TimeProvider time)
{
    private const int Longest = 300;

    /// <summary>After a change was made and written down. Called on the thread of the change; must not throw.</summary>
    public event Action<ServerId, AuditEntry>? Recorded;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<AuditEntry> Page(ServerId server, int skip, int take) => store.Page(server, skip, take);

    /// <summary>Writes an entry in the transaction of the change; <see cref="Told"/> follows when that is over.</summary>
    public AuditEntry Write(ServerId server, string by, string action, string subject, string? before, string? after)
    {
        var entry = new AuditEntry(0, time.GetUtcNow(), by, action, Short(subject), before is null ? null : Short(before), after is null ? null : Short(after));
        store.Add(server, entry);
        return entry;
    }

    public void Told(ServerId server, params IEnumerable<AuditEntry> entries)
    {
        foreach (var entry in entries)
        {
            Recorded?.Invoke(server, entry);
        }
    }

    /// <summary>A change and its entry, both or neither.</summary>
    /// <exception cref="StorageException">Neither.</exception>
    public void Changing(Database database, ServerId server, string by, string action, string subject, string? before, string? after, Action change) =>
        Told(server, database.Write(_ =>
        {
            change();
            return Write(server, by, action, subject, before, after);
        }));

    private static string Short(string text) => text.Length <= Longest ? text : $"{text[..Longest]}…";
}
