namespace Bot.Discord.Delivery.Gateway;

/// <summary>
/// Connected, acknowledged, and no interaction for hours: in February 2026 Discord lost subscriptions like that, and only new
/// sessions helped. A quiet server looks the same, so each renewal without effect doubles the patience, up to a day.
/// </summary>
internal sealed partial class SilenceWatch(GatewayOptions options, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private long last = time.GetTimestamp();
    private volatile int renewals;

    /// <summary>An interaction came.</summary>
    public void Heard()
    {
        Interlocked.Exchange(ref last, time.GetTimestamp());
        renewals = 0;
    }

    /// <param name="renew">False if it chose not to.</param>
    public async Task RunAsync(Func<CancellationToken, Task<bool>> renew, CancellationToken cancellation)
    {
        if (options.SilenceLimit == 0)
        {
            return;
        }

        while (true)
        {
            var silence = time.GetElapsedTime(Interlocked.Read(ref last));
            if (Patience() - silence is var left && left > TimeSpan.Zero)
            {
                await Task.Delay(left, time, cancellation);
                continue;
            }

            Interlocked.Exchange(ref last, time.GetTimestamp());
            if (await renew(cancellation))
            {
                renewals++;
                LogSilent(silence);
            }
        }
    }

    private TimeSpan Patience()
    {
        var first = TimeSpan.FromMinutes(options.SilenceLimit);
        var grown = first * Math.Pow(2, Math.Min(renewals, 16));
        return grown < Longest ? grown : first > Longest ? first : Longest;
    }

    [LoggerMessage(LogLevel.Warning, "No interaction for {Silence} although the connection is fine; the sessions are renewed")]
    private partial void LogSilent(TimeSpan silence);
}
