using Bot.Storage;

namespace Bot.Library;

/// <summary>What is done once a day: notices that Clio was removed from a server, and erases what has been kept long enough.</summary>
internal sealed partial class GuildSweep(
    ServerStore servers, Erasure erasure, Retention retention, Database database, TimeProvider time, ILogger<GuildSweep> logger)
{
    /// <summary>One list may be wrong; a server that two lack in a row is gone.</summary>
    private const int Certain = 2;

    /// <param name="present">The ids of all servers that Clio is in; only a complete list, or nothing may be concluded.</param>
    /// <returns>How many servers were erased.</returns>
    public async Task<int> SweepAsync(IReadOnlyCollection<string> present, CancellationToken cancellation)
    {
        var (now, there) = (time.GetUtcNow(), present.ToHashSet(StringComparer.Ordinal));
        database.Write(_ =>
        {
            foreach (var server in servers.WithRows())
            {
                if (there.Contains(server.Value))
                {
                    servers.Seen(server, now);
                }
                else
                {
                    servers.Missed(server, now);
                }
            }
        });

        var erased = 0;
        foreach (var gone in servers.All().Where(server => server.TimesMissing >= Certain && server.MissingSince + LibraryLimits.UndoTime <= now).ToList())
        {
            await erasure.ServerAsync(gone.Server, cancellation);
            LogErased(gone.Server.Value);
            erased++;
        }

        retention.Run();
        return erased;
    }

    [LoggerMessage(LogLevel.Information, "Server {Server} removed Clio some time ago; what was kept of it is erased")]
    private partial void LogErased(string server);
}
