namespace Bot.Storage;

/// <summary>A server that Clio was seen in.</summary>
/// <param name="MissingSince">When the first complete list lacked it; null while it is there.</param>
/// <param name="TimesMissing">How many complete lists in a row lacked it.</param>
public sealed record KnownServer(ServerId Server, DateTimeOffset? MissingSince, int TimesMissing);

/// <summary>Which servers Clio is in, and the erasing of one.</summary>
internal sealed class ServerStore(Database database)
{
    public IReadOnlyList<KnownServer> All() => database.Read(
        static session => session.Query(
            "select server, missing_since, times_missing from servers order by server", static row => new KnownServer(row.Server(0), row.TimeOrNull(1), row.Count(2))),
        otherwise: []);

    /// <summary>Every server that anything is stored of, but for the terminal's.</summary>
    public IReadOnlyList<ServerId> WithRows() => database.Read(
        static session => session.Query(
            string.Join(" union ", Schema.Tables.Select(static table => $"select server from {table}")), static row => row.Server(0)).Where(static server => server != ServerId.Local).ToList(),
        otherwise: []);

    public void Seen(ServerId server, DateTimeOffset at) => database.Write(session => session.Execute(
        """
        insert into servers (server, seen_at) values ($1, $2)
        on conflict (server) do update set seen_at = excluded.seen_at, missing_since = null, times_missing = 0
        """,
        server, at));

    public void Missed(ServerId server, DateTimeOffset at) => database.Write(session => session.Execute(
        """
        insert into servers (server, seen_at, missing_since, times_missing) values ($1, $2, $2, 1)
        on conflict (server) do update set missing_since = coalesce(servers.missing_since, excluded.missing_since), times_missing = servers.times_missing + 1
        """,
        server, at));

    /// <summary>All rows of a server go.</summary>
    public void Erase(ServerId server)
    {
        database.Write(session =>
        {
            foreach (var table in Schema.Tables)
            {
                session.Execute($"delete from {table} where server = $1", server);
            }
        });
        database.Settle();
    }
}
