using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Bot.Storage;

/// <summary>Statements of one transaction. Parameters stand in the text as $1, $2, … in the order they are given.</summary>
internal sealed class SqlSession(SqliteConnection connection, SqliteTransaction transaction)
{
    /// <returns>How many rows were changed.</returns>
    public int Execute(string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Command(sql, values);
        return command.ExecuteNonQuery();
    }

    public List<T> Query<T>(string sql, Func<SqlRow, T> read, params ReadOnlySpan<object?> values)
    {
        using var command = Command(sql, values);
        using var reader = command.ExecuteReader();
        var (row, rows) = (new SqlRow(reader), new List<T>());
        while (reader.Read())
        {
            rows.Add(read(row));
        }

        return rows;
    }

    public long Number(string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Command(sql, values);
        return command.ExecuteScalar() is long number ? number : 0;
    }

    public static void Run(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // Statements are written in this folder; what users say comes as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<object?> values)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // As above.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"${i + 1}"), Stored(values[i]));
        }

        return command;
    }

    /// <summary>Times are milliseconds since 1970, dates are ISO text.</summary>
    private static object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset time => time.ToUnixTimeMilliseconds(),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeSpan time => (long)time.TotalMilliseconds,
        bool flag => flag ? 1L : 0L,
        ServerId server => server.Value,
        Uri address => address.AbsoluteUri,
        Enum name => name.ToString(),
        _ => value,
    };
}
