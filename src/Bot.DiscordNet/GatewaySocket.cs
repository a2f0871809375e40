using System.Text.Json;
using Discord.Net;
using Discord.Net.WebSockets;
using Discord.WebSocket;
using Microsoft.Extensions.Logging;

namespace Bot.DiscordNet;

/// <summary>
/// Stands between Discord.Net and its own socket. Interactions leave it as Discord sent them: 3.16 cannot read components that came after
/// it, such as labels in forms. What the library does otherwise than Discord asks, and an operator would suffer from, is put right here.
/// </summary>
internal sealed partial class GatewaySocket : IWebSocketClient
{
    /// <summary>Any but 1000 and 1001 keeps the session.</summary>
    private const int KeepSession = 4000;

    /// <summary>With this code the library stops trying; it goes on for ever after others that cannot be helped.</summary>
    private const int LibraryStops = 4014;

    /// <summary>With this one it stops too, and ought not to.</summary>
    private const int LibraryStopsAsWell = 4006;

    /// <summary>Of connections to the resume address, and of RESUMEs without success.</summary>
    private const int Attempts = 3;

    private static readonly TimeSpan OpenLimit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan HelloLimit = TimeSpan.FromSeconds(20);

    private readonly IWebSocketClient inner = DefaultWebSocketProvider.Instance();
    private readonly int shard;
    private readonly DiscordNetWiring wiring;
    private readonly ILogger logger;
    private readonly CancellationToken stopping;
    private CancellationToken library;
    private GatewayLink? link;
    private bool hasSession;
    private string? identifiedAt;
    private string? resumeAt;
    private int unopened;
    private int unresumed;
    private TimeSpan wait;

    public GatewaySocket(int shard, DiscordNetWiring wiring, CancellationToken stopping)
    {
        (this.shard, this.wiring, logger, this.stopping) = (shard, wiring, wiring.Logger, stopping);
        inner.TextMessage += ReceiveAsync;
        inner.Closed += LoseAsync;
    }

    public event Func<byte[], int, int, Task>? BinaryMessage
    {
        add => inner.BinaryMessage += value;
        remove => inner.BinaryMessage -= value;
    }

    public event Func<string, Task>? TextMessage;

    public event Func<Exception, Task>? Closed;

    public void SetHeader(string key, string value) => inner.SetHeader(key, value);

    public void SetCancelToken(CancellationToken cancelToken) => library = cancelToken;

    /// <param name="host">The library's idea of the address, with compression that we do without.</param>
    public async Task ConnectAsync(string host)
    {
        await Task.Delay(wait, wiring.Time, stopping);
        wait = TimeSpan.Zero;
        var permit = hasSession ? null : await PermitAsync();
        identifiedAt = permit?.Address ?? identifiedAt;
        link?.Dispose();
        var opened = link = new GatewayLink(permit, wiring.Time, library);
        try
        {
            var given = permit is not null || unopened >= Attempts ? identifiedAt : resumeAt ?? identifiedAt;
            var address = wiring.Address(given ?? "") ?? throw new InvalidOperationException("Discord gave no usable gateway address");
            using var _ = stopping.Register(opened.GiveUp);
            inner.SetCancelToken(opened.Open(OpenLimit));
            await inner.ConnectAsync(address.AbsoluteUri);
            opened.Opened();
        }
        catch (Exception exception)
        {
            unopened++;
            End(opened, null, $"no connection ({exception.GetType().Name})");
            throw;
        }

        _ = WatchAsync(opened);
    }

    public async Task DisconnectAsync(int closeCode = 1000)
    {
        // 1000 would end a session that the library goes on to resume.
        await CloseAsync(stopping.IsCancellationRequested ? closeCode : KeepSession);
        if (link is { } ending)
        {
            End(ending, null, "the connection was ended");
        }
    }

    public async Task SendAsync(byte[] data, int index, int count, bool isText)
    {
        if (link is not { } carrier || await MaySendAsync(carrier, data.AsMemory(index, count)))
        {
            await inner.SendAsync(data, index, count, isText);
        }
    }

    public void Dispose()
    {
        inner.Dispose();
        link?.Dispose();
    }

    private async Task<IdentifyPermit> PermitAsync()
    {
        if (await wiring.IdentifyAsync(shard, stopping) is { } permit)
        {
            return permit;
        }

        // Another attempt would be no better, and the library makes one a minute.
        await Task.Delay(Timeout.InfiniteTimeSpan, stopping);
        throw new OperationCanceledException(stopping);
    }

    private async Task<bool> MaySendAsync(GatewayLink carrier, ReadOnlyMemory<byte> frame)
    {
        switch (Operation(frame))
        {
            case 1 when !carrier.TryHeartbeat():
                Break(carrier, "Discord stopped acknowledging heartbeats");
                return false;
            case 2:
                // The library does not wait for HELLO.
                await carrier.Hello;
                if (carrier.HasShaken || carrier.Permit is null)
                {
                    // It would identify on the same connection, at once, and unasked.
                    hasSession = false;
                    Break(carrier, "the session is over");
                    return false;
                }

                carrier.HasShaken = true;
                carrier.Permit.Spend();
                return true;
            case 6:
                await carrier.Hello;
                carrier.HasShaken = true;
                if (unresumed++ < Attempts)
                {
                    return true;
                }

                // The library would resume for ever.
                hasSession = false;
                _ = Task.Run(() => ForwardAsync(Frames.InvalidSession), CancellationToken.None);
                return false;
            default:
                return true;
        }
    }

    private async Task WatchAsync(GatewayLink watched)
    {
        try
        {
            await watched.Hello.WaitAsync(HelloLimit, wiring.Time, stopping);
        }
        catch (TimeoutException)
        {
            Break(watched, "Discord accepted the connection and did not say HELLO");
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            LogNoHello(shard, exception.Message);
        }
    }

    /// <summary>Not awaited: the socket would wait for its reader, which may be who calls.</summary>
    private void Break(GatewayLink broken, string why) => _ = Task.Run(async () =>
    {
        try
        {
            await CloseAsync(KeepSession);
            End(broken, null, why);
            await RaiseClosedAsync(new GatewayReconnectException(why));
        }
        catch (Exception exception)
        {
            LogBug(exception, shard);
        }
    });

    /// <summary>The library's socket closes when its last send is through, which may be never.</summary>
    private async Task CloseAsync(int code)
    {
        var closing = inner.DisconnectAsync(code);
        using var soon = new CancellationTokenSource();
        if (await Task.WhenAny(closing, Task.Delay(CloseLimit, wiring.Time, soon.Token)) != closing)
        {
            link?.GiveUp();
        }

        await soon.CancelAsync();
        await closing;
    }

    private async Task LoseAsync(Exception exception)
    {
        var code = (exception as WebSocketClosedException)?.CloseCode;
        var after = link is { } lost ? End(lost, code, $"the connection was lost ({exception.GetType().Name})") : null;
        await RaiseClosedAsync(
            after is { Stops: true } ? new WebSocketClosedException(LibraryStops)
            : code == LibraryStopsAsWell ? new WebSocketClosedException(KeepSession)
            : exception);
    }

    private AfterEnd? End(GatewayLink ending, int? code, string why)
    {
        if (!ending.TryEnd(why))
        {
            return null;
        }

        var after = wiring.Ended(shard, code, ending.Why ?? why);
        wait = after.Wait;
        unresumed = after.LosesSession ? Attempts : unresumed;
        return after;
    }

    private Task RaiseClosedAsync(Exception exception) => Closed?.Invoke(exception) ?? Task.CompletedTask;

    private Task ForwardAsync(string frame) => TextMessage?.Invoke(frame) ?? Task.CompletedTask;

    private static long? Operation(ReadOnlyMemory<byte> frame)
    {
        using var json = JsonDocument.Parse(frame);
        return Frames.Number(json.RootElement, "op");
    }

    [LoggerMessage(LogLevel.Debug, "Shard {Shard}: no HELLO: {Reason}")]
    private partial void LogNoHello(int shard, string reason);

    [LoggerMessage(LogLevel.Error, "Shard {Shard}: unexpected; going on")]
    private partial void LogBug(Exception exception, int shard);
}
