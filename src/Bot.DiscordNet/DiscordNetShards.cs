using Discord;
using Discord.WebSocket;

namespace Bot.DiscordNet;

/// <summary>
/// The gateway through Discord.Net: it connects, keeps sessions alive and resumes them, a shard or several. Nothing is cached, no
/// member is downloaded, and none of its REST calls leaves the process.
/// </summary>
public sealed class DiscordNetShards(DiscordNetWiring wiring)
{
    /// <summary>Runs until it is stopped; once only. A stop ends the sessions, for the library cannot take them up in another process.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        var sockets = new List<GatewaySocket>();
        var config = Config(sockets, stopping);
        await using BaseSocketClient client = wiring.Shards == 1 ? new DiscordSocketClient(config) : new DiscordShardedClient(config);
        client.Log += new LibraryLog(wiring.Logger).WriteAsync;

        // The token's form is Discord's affair, and its answer to it is told by the gateway.
        await client.LoginAsync(TokenType.Bot, wiring.Token, validateToken: false);
        try
        {
            await client.StartAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }

        await client.StopAsync();
        await Task.WhenAll(sockets.Select(static socket => socket.DisconnectAsync()));
    }

    private DiscordSocketConfig Config(List<GatewaySocket> sockets, CancellationToken stopping)
    {
        // A client of several shards asks for a socket that it never uses, before those of its shards, which it makes in order.
        var isSharded = wiring.Shards > 1;
        return new DiscordSocketConfig
        {
            TotalShards = wiring.Shards,
            IdentifyMaxConcurrency = wiring.MaxConcurrency,
            GatewayIntents = (GatewayIntents)wiring.Intents,
            LogGatewayIntentWarnings = false,
            LogLevel = LogSeverity.Debug,
            MessageCacheSize = 0,
            AuditLogCacheSize = 0,
            AlwaysDownloadUsers = false,
            AlwaysDownloadDefaultStickers = false,
            AlwaysResolveStickers = false,
            MaxWaitBetweenGuildAvailablesBeforeReady = 0,
            SuppressUnknownDispatchWarnings = true,
            HandlerTimeout = null,
            // It would take a slow READY for none and identify again; the sockets see to what is really silent.
            ConnectionTimeout = Timeout.Infinite,
            // Any, so that it asks nobody: which one it is, the permits say.
            GatewayHost = "wss://gateway.discord.gg",
            RestClientProvider = _ => new DiscoveryOnly(wiring),
            WebSocketProvider = () =>
            {
                var socket = new GatewaySocket(sockets.Count - (isSharded ? 1 : 0), wiring, stopping);
                sockets.Add(socket);
                return socket;
            },
        };
    }
}
