using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Bot.Storage;

/// <summary>The tables, and how each version of them comes of the one before. A step that was released is never changed.</summary>
internal static class Schema
{
    /// <summary>In words that PostgreSQL has too, but for "blob". Every table begins with the server, so that one server is erased table by table.</summary>
    private static readonly string[] Steps =
    [
        """
        create table servers (server text not null primary key, seen_at bigint not null, missing_since bigint, times_missing integer not null default 0);
        create table settings (server text not null, name text not null, value text not null, primary key (server, name));
        create table contents (server text not null, hash text not null, bytes blob not null, primary key (server, hash));
        create table lectures (server text not null, lecture text not null, file text not null, version integer, removed_at bigint, removed_by text,
            primary key (server, lecture));
        create table versions (server text not null, lecture text not null, number integer not null, hash text not null, file_name text not null,
            given_title text, given_series text, given_speaker text, given_date text, given_url text,
            title text not null, series text, speaker text, lecture_date text, url text,
            words integer not null, passages integer not null, sections integer not null, cues integer not null, duration bigint, lines_set_aside integer not null,
            published_at bigint not null, published_by text not null, primary key (server, lecture, number));
        create table drafts (server text not null, draft text not null, batch text not null, lecture text, hash text not null, file_name text not null,
            given_title text, given_series text, given_speaker text, given_date text, given_url text,
            created_at bigint not null, created_by text not null, primary key (server, draft));
        create table questions (server text not null, id integer primary key, text text not null, outcome text not null, confidence double precision,
            shown text, asker text not null, asked_at bigint not null, handled_at bigint, handled_by text);
        create index questions_by_time on questions (server, asked_at);
        create table feedback (server text not null, id integer primary key, question text not null, shown text not null, passage text not null, helpful integer not null,
            giver text not null, given_at bigint not null, unique (server, giver, question, passage));
        create table audit (server text not null, id integer primary key, happened_at bigint not null, actor text not null, action text not null, subject text not null,
            before_change text, after_change text);
        create index audit_by_server on audit (server, id);
        create table names (server text not null, id integer primary key, line text not null, added_at bigint not null, added_by text not null, unique (server, line));
        create table saved_questions (server text not null, id integer primary key, question text not null, lecture text not null, lecture_title text not null,
            added_at bigint not null, added_by text not null, unique (server, question));
        create table jobs (server text not null, id integer primary key, started_at bigint not null, started_by text not null, is_all integer not null, is_dry integer not null,
            state text not null, finished_at bigint, report text);
        create index jobs_by_server on jobs (server, id);
        """,
        "alter table lectures add column removed_version integer",
    ];

    /// <summary>Every table; each has a column "server".</summary>
    public static IReadOnlyList<string> Tables { get; } =
        ["settings", "contents", "lectures", "versions", "drafts", "questions", "feedback", "audit", "names", "saved_questions", "jobs", "servers"];

    public static bool IsPresent(SqliteConnection connection) => VersionOf(connection, null) == Steps.Length;

    public static void Migrate(SqliteConnection connection)
    {
        if (IsPresent(connection))
        {
            return;
        }

        using var transaction = connection.BeginTransaction(deferred: false);
        var version = VersionOf(connection, transaction);
        if (version > Steps.Length)
        {
            throw new InvalidDataException("The store's database was written by a newer Clio. Run that one, or give this one another store.");
        }

        foreach (var step in Steps.Skip(version))
        {
            SqlSession.Run(connection, step, transaction);
        }

        SqlSession.Run(connection, string.Create(CultureInfo.InvariantCulture, $"pragma user_version = {Steps.Length}"), transaction);
        transaction.Commit();
    }

    private static int VersionOf(SqliteConnection connection, SqliteTransaction? transaction)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "pragma user_version";
        return command.ExecuteScalar() is long version ? (int)version : 0;
    }
}
