using Bot.Storage;

namespace Bot.Library;

/// <summary>Who changed what in a server.</summary>
internal sealed class AuditLog
{
    /// <summary>After a change was made and written down. Called on the thread of the change; must not throw.</summary>
    public event Action<ServerId, AuditEntry>? Recorded;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<AuditEntry> Page(ServerId server, int skip, int take) => throw new NotImplementedException();

    internal void Told(ServerId server, AuditEntry entry) => Recorded?.Invoke(server, entry);
}
