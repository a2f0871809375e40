using System.Net;

namespace Bot.Discord.Delivery.Gateway;

/// <summary>How many shards Discord recommends, asked until it answers.</summary>
internal sealed partial class ShardCount(IdentifyGate gate, GatewayWiring wiring, GatewayOptions options, ILogger logger)
{
    /// <summary>Null if the token is refused.</summary>
    public async Task<int?> AskAsync(Action<GatewayHealth> report, CancellationToken ending)
    {
        var pace = new ReconnectPace(options, wiring.Random);
        while (true)
        {
            try
            {
                return Math.Max(1, (await gate.DiscoverAsync(ending)).Shards);
            }
            catch (HttpRequestException exception) when (exception.StatusCode == HttpStatusCode.Unauthorized)
            {
                report(new GatewayHealth(GatewayState.Failed, GatewayVerdict.TokenRefused));
                LogTokenRefused();
                return null;
            }
            catch (Exception exception) when (!ending.IsCancellationRequested)
            {
                pace.Ended(null);
                var wait = pace.BeforeResume();
                report(new GatewayHealth(GatewayState.Reconnecting, "Discord could not be asked for the gateway's address; trying again"));
                LogNotDiscovered(exception, wait);
                await Task.Delay(wait, wiring.Time, ending);
            }
        }
    }

    [LoggerMessage(LogLevel.Critical, "Discord refused the token; check Discord:Token")]
    private partial void LogTokenRefused();

    [LoggerMessage(LogLevel.Warning, "GET /gateway/bot failed; next attempt in {Wait}")]
    private partial void LogNotDiscovered(Exception exception, TimeSpan wait);
}
