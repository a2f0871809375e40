using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bot.Discord.Delivery.Gateway;

/// <summary>
/// Two small files that outlive the process: the sessions of a graceful stop and the times of our IDENTIFYs.
/// A disk that fails must not keep the bot from its users, so both are best effort: Discord's own count guards too.
/// </summary>
internal sealed partial class GatewayStore(string folder, ILogger logger)
{
    private readonly string sessionsFile = Path.Combine(folder, "gateway-sessions.json");
    private readonly string identifiesFile = Path.Combine(folder, "gateway-identifies.json");

    public void SaveSessions(SavedSessions sessions) => Write(sessionsFile, sessions, GatewayStoreJson.Default.SavedSessions);

    /// <summary>Read once and deleted, so that a crash later on does not bring an old session back.</summary>
    public SavedSessions? TakeSessions()
    {
        var sessions = Read(sessionsFile, GatewayStoreJson.Default.SavedSessions);
        ForgetSessions();
        return sessions;
    }

    public void ForgetSessions()
    {
        try
        {
            File.Delete(sessionsFile);
        }
        catch (DirectoryNotFoundException)
        {
            // The first start of all: there is no folder yet.
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogNotWritten(exception, sessionsFile);
        }
    }

    public IReadOnlyList<DateTimeOffset> ReadIdentifies() =>
        Read(identifiesFile, GatewayStoreJson.Default.IReadOnlyListDateTimeOffset) ?? [];

    public void SaveIdentifies(IReadOnlyList<DateTimeOffset> identifies) =>
        Write(identifiesFile, identifies, GatewayStoreJson.Default.IReadOnlyListDateTimeOffset);

    private T? Read<T>(string file, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize(File.ReadAllBytes(file), type) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            LogNotRead(exception, file);
            return null;
        }
    }

    // Written beside and moved over: a crash leaves the old file or the new one.
    private void Write<T>(string file, T value, JsonTypeInfo<T> type)
    {
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(file + ".new", JsonSerializer.SerializeToUtf8Bytes(value, type));
            File.Move(file + ".new", file, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogNotWritten(exception, file);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Cannot read {File}; going on without it")]
    private partial void LogNotRead(Exception exception, string file);

    [LoggerMessage(LogLevel.Error, "Cannot write {File}; a restart will cost one IDENTIFY more a shard")]
    private partial void LogNotWritten(Exception exception, string file);
}
