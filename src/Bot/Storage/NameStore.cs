namespace Bot.Storage;

/// <summary>A server's lines for the table of names.</summary>
internal sealed class NameStore(Database database)
{
    /// <summary>In the order they were added.</summary>
    public IReadOnlyList<string> Lines(ServerId server) => database.Read(
        session => session.Query("select line from names where server = $1 order by id", static row => row.Text(0), server), otherwise: []);

    public void Add(ServerId server, string line, DateTimeOffset at, string by) => database.Write(session =>
        session.Execute("insert into names (server, line, added_at, added_by) values ($1, $2, $3, $4) on conflict do nothing", server, line, at, by));

    public bool Remove(ServerId server, string line) => database.Write(session => session.Execute("delete from names where server = $1 and line = $2", server, line) > 0);
}
