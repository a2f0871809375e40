using Bot.Discord.Delivery.Gateway;
using Bot.Library;

namespace Bot.Discord;

/// <summary>How Clio is, in words: the worst of what is known.</summary>
internal sealed class DiscordHealth(SharedLibrary library, IGatewayDelivery? gateway = null)
{
    private volatile string? mismatch;
    private volatile string? indexFailure;

    public Health Current
    {
        get
        {
            if (mismatch is { } wrong)
            {
                return new Health(false, wrong);
            }

            if (gateway?.Health is { IsHealthy: false } connection)
            {
                return new Health(false, $"Gateway: {connection.Reason}");
            }

            if (indexFailure is { } failure)
            {
                return new Health(false, $"Library: {failure}");
            }

            using var lease = library.Lease();
            return lease is { LectureCount: > 0 }
                ? new Health(true, gateway is null ? "Waiting for interactions by HTTP" : gateway.Health.Reason)
                : new Health(false, library.IsIndexing ? "Library: being read for the first time" : $"Library: empty; put transcripts into {library.LecturesFolder} and restart");
        }
    }

    /// <summary>Null where Discord and the settings agree.</summary>
    public void SetMismatch(string? reason) => mismatch = reason;

    public void SetIndexFailure(string? reason) => indexFailure = reason;
}
