using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bot.Discord.Protocol;

namespace Bot.Discord.Delivery.Gateway;

/// <summary>
/// One socket from connect to close. Three things run side by side: the reader, the heartbeat, and the wait for the first
/// reason to end. After that reason the reader only empties the socket until the other side has closed too.
/// </summary>
/// <param name="turn">The right to IDENTIFY; null where the session is resumed.</param>
/// <param name="endsSession">Asked when the connection is interrupted: close so that Discord forgets the session?</param>
/// <param name="established">READY or RESUMED came.</param>
internal sealed partial class GatewayConnection(
    GatewayShardId shard, GatewaySession session, IdentifyTurn? turn, GatewayWiring wiring, GatewayOptions options,
    Func<bool> endsSession, Action established, ILogger logger) : IDisposable
{
    private static readonly TimeSpan SendLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(1);

    private readonly TimeProvider time = wiring.Time;
    private readonly IGatewaySocket socket = wiring.Sockets();
    private readonly TaskCompletionSource<GatewayEnd> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource life = new();
    private readonly SemaphoreSlim sending = new(1);
    private readonly SendWindow window = new(wiring.Time);
    private readonly HashSet<int> oddities = [];
    private ITimer? helloTimer;
    private Heartbeat? heartbeat;
    private Task beating = Task.CompletedTask;
    private long? establishedAt;

    /// <summary>Null if neither READY nor RESUMED came.</summary>
    public TimeSpan? Lasted { get; private set; }

    /// <summary>Once only. Does not throw, whatever happens to the connection.</summary>
    public async Task<GatewayEnd> RunAsync(Uri address, CancellationToken interrupted)
    {
        if (!await ConnectAsync(address, interrupted))
        {
            return interrupted.IsCancellationRequested
                ? new GatewayEnd.Interrupted()
                : new GatewayEnd.Unreachable($"no connection to {address.Host}");
        }

        helloTimer = time.CreateTimer(
            _ => End(new GatewayEnd.NoHello()), null, TimeSpan.FromSeconds(options.HelloTimeout), Timeout.InfiniteTimeSpan);
        LogOpened(shard.Number, address.Host);
        await using var interruption = interrupted.Register(() => End(new GatewayEnd.Interrupted()));
        var reading = ReadAsync(life.Token);
        var end = await ended.Task;
        Lasted = establishedAt is { } since ? time.GetElapsedTime(since) : null;
        LogEnding(shard.Number, GatewayVerdict.Words(end));
        await CloseAsync(end, reading);
        await life.CancelAsync();
        socket.Abort();
        await reading;
        await beating;
        return end;
    }

    public void Dispose()
    {
        helloTimer?.Dispose();
        socket.Dispose();
        life.Dispose();
        sending.Dispose();
    }

    private void End(GatewayEnd end) => ended.TrySetResult(end);

    private async Task<bool> ConnectAsync(Uri address, CancellationToken interrupted)
    {
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.HelloTimeout), time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(interrupted, limit.Token);
            await socket.ConnectAsync(address, either.Token);
            return true;
        }
        catch (Exception exception)
        {
            if (!interrupted.IsCancellationRequested)
            {
                LogUnreachable(shard.Number, address.Host, exception.GetBaseException().Message);
                LogEnd(exception, shard.Number);
            }

            return false;
        }
    }

    // Whatever goes wrong in here, a bug included, ends this connection and not the shard.
    private async Task ReadAsync(CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                switch (await socket.ReceiveAsync(cancellation))
                {
                    case GatewayMessage.Closed { Code: { } code }:
                        End(new GatewayEnd.Closed(code));
                        return;
                    case GatewayMessage.Closed:
                        End(new GatewayEnd.Lost("Discord closed the connection without a code"));
                        return;
                    // What comes after the end is not counted into the sequence, so a RESUME brings it again.
                    case GatewayMessage.Whole whole when !ended.Task.IsCompleted:
                        await HandleAsync(whole.Bytes, cancellation);
                        break;
                }
            }
        }
        catch (Exception exception)
        {
            if (!ended.Task.IsCompleted)
            {
                LogLost(shard.Number, exception.GetBaseException().Message);
                LogEnd(exception, shard.Number);
                End(new GatewayEnd.Lost("the connection was lost"));
            }
        }
    }

    private async Task HandleAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        GatewayFrame? frame = null;
        try
        {
            frame = JsonSerializer.Deserialize(bytes.Span, GatewayJson.Default.GatewayFrame);
        }
        catch (JsonException exception)
        {
            LogUnreadable(shard.Number, exception.GetType().Name);
        }

        switch (frame?.Op)
        {
            case null:
                break;
            case GatewayFrame.Dispatch:
                Dispatch(frame);
                break;
            case GatewayFrame.Heartbeat:
                await SendHeartbeatAsync(spare: 5, cancellation);
                break;
            case GatewayFrame.Reconnect:
                End(new GatewayEnd.ReconnectAsked());
                break;
            case GatewayFrame.InvalidSession:
                End(new GatewayEnd.SessionInvalid(frame.D.ValueKind == JsonValueKind.True));
                break;
            case GatewayFrame.Hello:
                await HelloAsync(frame.D, cancellation);
                break;
            case GatewayFrame.HeartbeatAcknowledged:
                heartbeat?.Acknowledged();
                LogAcknowledged(shard.Number);
                break;
            default:
                WarnOnce(frame.Op);
                break;
        }
    }

    private async Task HelloAsync(JsonElement body, CancellationToken cancellation)
    {
        if (heartbeat is not null
            || body.ValueKind != JsonValueKind.Object
            || !body.TryGetProperty("heartbeat_interval", out var given)
            || given.ValueKind != JsonValueKind.Number)
        {
            WarnOnce(GatewayFrame.Hello);
            return;
        }

        helloTimer?.Dispose();
        heartbeat = new Heartbeat(TimeSpan.FromMilliseconds(Math.Clamp(given.GetDouble(), 50, 300_000)), wiring.Random(), time);
        beating = BeatAsync(heartbeat, cancellation);
        if (turn is not null)
        {
            turn.Spend();
            var properties = new GatewayIdentifyProperties(Environment.OSVersion.Platform.ToString(), "clio", "clio");
            int[]? part = shard.Count > 1 ? [shard.Number, shard.Count] : null;
            var identify = new GatewayIdentify(wiring.Token, properties, options.Intents, part);
            await SendAsync(new(GatewayFrame.Identify, identify), GatewayJson.Default.Identify, 0, cancellation);
        }
        else if (session is { Id: { } id, Sequence: { } sequence })
        {
            var resume = new GatewayResume(wiring.Token, id, sequence);
            await SendAsync(new(GatewayFrame.Resume, resume), GatewayJson.Default.Resume, 0, cancellation);
        }
    }

    private async Task BeatAsync(Heartbeat beats, CancellationToken cancellation)
    {
        try
        {
            await beats.RunAsync(stop => SendHeartbeatAsync(spare: 1, stop), cancellation);
            End(new GatewayEnd.Silent());
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }
        catch (Exception exception)
        {
            LogLost(shard.Number, exception.GetBaseException().Message);
            LogEnd(exception, shard.Number);
            End(new GatewayEnd.Lost("the connection was lost while sending a heartbeat"));
        }
    }

    private Task<bool> SendHeartbeatAsync(int spare, CancellationToken cancellation) =>
        SendAsync(new(GatewayFrame.Heartbeat, session.Sequence), GatewayJson.Default.Heartbeat, spare, cancellation);

    /// <summary>False if Discord's send limit would be passed. Throws when the socket is lost or takes nothing for ten seconds.</summary>
    private async Task<bool> SendAsync<TBody>(
        GatewayCommand<TBody> command, JsonTypeInfo<GatewayCommand<TBody>> type, int spare, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(SendLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        await sending.WaitAsync(either.Token);
        try
        {
            if (!window.TryTake(spare))
            {
                return false;
            }

            await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(command, type), either.Token);
            return true;
        }
        finally
        {
            sending.Release();
        }
    }

    private async Task CloseAsync(GatewayEnd end, Task reading)
    {
        if (GatewayVerdict.CloseCode(end, endsSession()) is not { } code)
        {
            return;
        }

        try
        {
            using var limit = new CancellationTokenSource(CloseLimit, time);
            await sending.WaitAsync(limit.Token);
            try
            {
                await socket.CloseAsync(code, limit.Token);
            }
            finally
            {
                sending.Release();
            }

            await reading.WaitAsync(limit.Token);
        }
        catch (Exception exception)
        {
            // The abort that follows ends it anyway, and a session survives an abort.
            LogNotClosed(shard.Number, exception.GetType().Name);
        }
    }
}
