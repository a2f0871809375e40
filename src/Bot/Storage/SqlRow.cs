using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Bot.Storage;

/// <summary>The row that a query stands at, column by column from 0.</summary>
internal sealed class SqlRow(SqliteDataReader reader)
{
    public string Text(int column) => reader.GetString(column);

    public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public long Number(int column) => reader.GetInt64(column);

    public int Count(int column) => reader.GetInt32(column);

    public int? CountOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);

    public double? ShareOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetDouble(column);

    public bool Flag(int column) => reader.GetInt64(column) != 0;

    public byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(column);

    public DateTimeOffset Time(int column) => DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(column));

    public DateTimeOffset? TimeOrNull(int column) => reader.IsDBNull(column) ? null : Time(column);

    public TimeSpan? DurationOrNull(int column) => reader.IsDBNull(column) ? null : TimeSpan.FromMilliseconds(reader.GetInt64(column));

    public DateOnly? DateOrNull(int column) =>
        reader.IsDBNull(column) ? null : DateOnly.ParseExact(reader.GetString(column), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public Uri? AddressOrNull(int column) => reader.IsDBNull(column) ? null : new Uri(reader.GetString(column));

    public ServerId Server(int column) => ServerId.From(reader.GetString(column)) ?? throw new InvalidDataException("A row names no server.");

    public T Name<T>(int column)
        where T : struct, Enum => Enum.Parse<T>(reader.GetString(column));
}
