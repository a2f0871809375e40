namespace Bot.Discord;

/// <summary>Writes the health to the log when it changes, so that a person who looks there knows.</summary>
internal sealed partial class HealthLog(DiscordHealth health, TimeProvider time, ILogger<HealthLog> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        Health? last = null;
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                var now = health.Current;
                if (now != last)
                {
                    Log(now);
                    last = now;
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private void Log(Health now)
    {
        if (now.IsHealthy)
        {
            LogHealthy(now.Reason);
        }
        else
        {
            LogUnhealthy(now.Reason);
        }
    }

    [LoggerMessage(LogLevel.Information, "Healthy: {Reason}")]
    private partial void LogHealthy(string reason);

    [LoggerMessage(LogLevel.Warning, "Not healthy: {Reason}")]
    private partial void LogUnhealthy(string reason);
}
