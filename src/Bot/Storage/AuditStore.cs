namespace Bot.Storage;

/// <summary>A change that somebody made.</summary>
/// <param name="Actor">A user's id, or who else it was: "operator", "clio".</param>
/// <param name="Action">As in "library add"; a short fixed name.</param>
/// <param name="Subject">What was changed, for a person to read.</param>
/// <param name="Before">How it was; null where it was not there.</param>
/// <param name="After">How it is; null where it is gone.</param>
public sealed record AuditEntry(long Id, DateTimeOffset At, string Actor, string Action, string Subject, string? Before, string? After);

/// <summary>Who changed what. Written in the transaction of the change.</summary>
internal sealed class AuditStore(Database database)
{
    public void Add(ServerId server, AuditEntry entry) => database.Write(session => session.Execute(
        "insert into audit (server, happened_at, actor, action, subject, before_change, after_change) values ($1, $2, $3, $4, $5, $6, $7)",
        server, entry.At, entry.Actor, entry.Action, entry.Subject, entry.Before, entry.After));

    /// <summary>The newest first.</summary>
    public IReadOnlyList<AuditEntry> Page(ServerId server, int skip, int take) => database.Read(
        session => session.Query(
            "select id, happened_at, actor, action, subject, before_change, after_change from audit where server = $1 order by id desc limit $2 offset $3",
            static row => new AuditEntry(row.Number(0), row.Time(1), row.Text(2), row.Text(3), row.Text(4), row.TextOrNull(5), row.TextOrNull(6)),
            server, take, skip),
        otherwise: []);

    public int EraseOlder(DateTimeOffset before) => database.Write(session => session.Execute("delete from audit where happened_at < $1", before));
}
