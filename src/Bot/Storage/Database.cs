using Lectures.Indexing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Bot.Storage;

/// <summary>
/// The one database of a store. Made with the first write; until then there is nothing to read. A write is a transaction; a write inside
/// another on the same thread is part of it.
/// </summary>
internal sealed class Database(IOptions<LibraryOptions> options) : IDisposable
{
    private const int BusySeconds = 5;

    private readonly Lock gate = new();
    private readonly ThreadLocal<SqlSession?> current = new();
    private volatile bool isReady;

    public string File { get; } = Path.Combine(options.Value.Store, "clio.db");

    /// <summary>Reads one state of the database.</summary>
    /// <param name="otherwise">What is read where there is no database yet.</param>
    /// <exception cref="StorageException">It cannot be read.</exception>
    public T Read<T>(Func<SqlSession, T> read, T otherwise)
    {
        if (current.Value is { } session)
        {
            return read(session);
        }

        return isReady || System.IO.File.Exists(File) ? Guarded(() => Reading(read)) : otherwise;
    }

    /// <summary>All of the writes are kept, or none.</summary>
    /// <exception cref="StorageException">None were.</exception>
    public T Write<T>(Func<SqlSession, T> write) => current.Value is { } session ? write(session) : Guarded(() => Within(write, isWrite: true));

    public void Write(Action<SqlSession> write) => Write(Returning(write));

    /// <summary>Writes what may be lost where the power fails, and waits for no disk.</summary>
    public void Note(Action<SqlSession> write) => Guarded(() => Within(Returning(write), isWrite: true, isDurable: false));

    /// <summary>Writes what the log beside the database holds into it and empties the log, so that erased words are nowhere.</summary>
    public void Settle() => Guarded(() =>
    {
        using var connection = Open();
        SqlSession.Run(connection, "pragma wal_checkpoint(truncate)");
        return true;
    });

    public void Dispose()
    {
        current.Dispose();
        ForgetConnections();
    }

    private void ForgetConnections()
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
    }

    private string ConnectionString => new SqliteConnectionStringBuilder
    {
        DataSource = File,
        Mode = SqliteOpenMode.ReadWriteCreate,
        DefaultTimeout = BusySeconds,
        ForeignKeys = true,
    }.ToString();

    private static Func<SqlSession, bool> Returning(Action<SqlSession> write) => session =>
    {
        write(session);
        return true;
    };

    /// <summary>SQLite's log needs a file beside it; where none can be made and nothing is left in the log, the file alone is read.</summary>
    private T Reading<T>(Func<SqlSession, T> read)
    {
        try
        {
            return Within(read, isWrite: false);
        }
        catch (SqliteException unwritable) when (ProblemOf(unwritable) == StorageProblem.ReadOnly && !LogHolds())
        {
            ForgetConnections();
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = $"{new Uri(File).AbsoluteUri}?immutable=1",
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ToString());
            connection.Open();
            if (!Schema.IsPresent(connection))
            {
                throw;
            }

            using var transaction = connection.BeginTransaction(deferred: true);
            return read(new SqlSession(connection, transaction));
        }
    }

    private bool LogHolds() => new FileInfo($"{File}-wal") is { Exists: true, Length: > 0 };

    private T Within<T>(Func<SqlSession, T> run, bool isWrite, bool isDurable = true)
    {
        Prepare();
        using var connection = Open(isDurable);
        using var transaction = connection.BeginTransaction(deferred: !isWrite);
        var session = new SqlSession(connection, transaction);
        current.Value = session;
        try
        {
            var result = run(session);
            transaction.Commit();
            return result;
        }
        finally
        {
            current.Value = null;
        }
    }

    private SqliteConnection Open(bool isDurable = true)
    {
        var connection = new SqliteConnection(ConnectionString);
        try
        {
            connection.Open();

            // What is erased is overwritten; what is acknowledged outlives a power failure; a quarter of a megabyte of pages is kept in memory, where SQLite would keep two.
            SqlSession.Run(connection, $"pragma secure_delete = on; pragma cache_size = -256; pragma synchronous = {(isDurable ? "full" : "normal")}");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Prepare()
    {
        if (isReady)
        {
            return;
        }

        lock (gate)
        {
            if (isReady)
            {
                return;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(File) ?? ".");
            using var connection = Open();
            SqlSession.Run(connection, "pragma journal_mode = wal");
            Schema.Migrate(connection);
            isReady = true;
        }
    }

    private T Guarded<T>(Func<T> run)
    {
        try
        {
            return run();
        }
        catch (SqliteException failure) when (ProblemOf(failure) is { } problem)
        {
            // A connection that was opened where nothing could be written never writes.
            ForgetConnections();
            throw new StorageException(problem, failure);
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new StorageException(StorageProblem.ReadOnly, failure);
        }
    }

    /// <summary>Primary result codes of SQLite (sqlite.org/rescode.html); others are bugs.</summary>
    private static StorageProblem? ProblemOf(SqliteException failure) => failure.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_FULL or SQLitePCL.raw.SQLITE_IOERR => StorageProblem.Full,
        SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_PERM => StorageProblem.ReadOnly,
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => StorageProblem.Busy,
        SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB => StorageProblem.Damaged,
        _ => null,
    };
}
