using System.Globalization;
using Bot.Discord.Rest;
using Bot.Library;
using Bot.Storage;

namespace Bot.Discord;

/// <summary>Asks Discord once a day which servers Clio is in, by either delivery; the gateway's own news of it would come to one of them only.</summary>
internal sealed partial class GuildList(DiscordRest rest, GuildSweep sweep, Retention retention, TimeProvider time, ILogger<GuildList> logger) : BackgroundService
{
    public static readonly TimeSpan First = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan Every = TimeSpan.FromDays(1);

    /// <summary>After a list that did not come, or not all of it.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromHours(1);

    private const int MostPages = 5_000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            for (var wait = First; ; wait = await RunAsync(stoppingToken) ? Every : Again)
            {
                await Task.Delay(wait, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task<bool> RunAsync(CancellationToken cancellation)
    {
        try
        {
            if (await AllAsync(cancellation) is { } present)
            {
                await sweep.SweepAsync(present, cancellation);
                return true;
            }

            retention.Run();
        }
        catch (Exception failure) when (failure is StorageException or IOException)
        {
            LogFailed(failure);
        }

        return false;
    }

    /// <summary>Every server, page by page until an empty one; null where a page did not come, for nothing follows from a part.</summary>
    private async Task<IReadOnlyCollection<string>?> AllAsync(CancellationToken cancellation)
    {
        var (all, last) = (new HashSet<string>(StringComparer.Ordinal), (string?)null);
        for (var number = 0; number < MostPages; number++)
        {
            try
            {
                var page = await rest.GetGuildsAsync(last, cancellation);
                if (page.Count == 0)
                {
                    return all;
                }

                all.UnionWith(page.Select(static guild => guild.Id));
                var next = page.Select(static guild => guild.Id).MaxBy(static id => ulong.TryParse(id, CultureInfo.InvariantCulture, out var value) ? value : 0);
                if (next == last)
                {
                    return null;
                }

                last = next;
            }
            catch (DiscordRestException refused)
            {
                LogNotListed(refused.Message);
                return null;
            }
        }

        return null;
    }

    [LoggerMessage(LogLevel.Warning, "Which servers I am in could not be asked; nothing is concluded from it: {Reason}")]
    private partial void LogNotListed(string reason);

    [LoggerMessage(LogLevel.Error, "What is done once a day could not be done")]
    private partial void LogFailed(Exception failure);
}
