using System.Text.Json;
using Bot.Discord.Protocol;

namespace Bot.Discord.Delivery.Gateway;

/// <summary>What the reader does with events, and what it logs.</summary>
internal sealed partial class GatewayConnection
{
    private void Dispatch(GatewayFrame frame)
    {
        // Every dispatch counts, replayed and unknown ones too: a socket that dies in a replay resumes where it died.
        if (frame.S is { } number)
        {
            session.Received(number);
        }

        switch (frame.T)
        {
            case "READY":
                Begin(GatewayReady.Read(frame.D));
                break;
            case "RESUMED":
                Establish();
                if (session is { IsRestored: true, Announcement: { } announcement })
                {
                    session.IsRestored = false;
                    Announce(announcement);
                }

                break;
            case "INTERACTION_CREATE" when frame.D.ValueKind == JsonValueKind.Object:
                Deliver(frame.D);
                break;
            case "INTERACTION_CREATE":
                WarnOnce(frame.Op);
                break;
        }
    }

    private void Begin(GatewayReady? ready)
    {
        if (ready is null)
        {
            WarnOnce(GatewayFrame.Dispatch);
        }
        else
        {
            session.Begin(ready);
        }

        Establish();
        Announce(ready?.Event ?? new ReadyEvent("", []));
    }

    private void Establish()
    {
        establishedAt ??= time.GetTimestamp();
        established();
    }

    // The reader must survive what it calls; both calls return at once.
    private void Announce(ReadyEvent announcement)
    {
        try
        {
            wiring.Ready(announcement);
        }
        catch (Exception exception)
        {
            LogListenerFailed(exception, shard.Number);
        }
    }

    private void Deliver(JsonElement interaction)
    {
        try
        {
            if (!wiring.Deliver(interaction))
            {
                LogRefused(shard.Number);
            }
        }
        catch (Exception exception)
        {
            LogListenerFailed(exception, shard.Number);
        }
    }

    private void WarnOnce(int op)
    {
        if (oddities.Add(op))
        {
            LogOddity(shard.Number, op);
        }
    }

    [LoggerMessage(LogLevel.Debug, "Shard {Shard}: connection to {Host} is open")]
    private partial void LogOpened(int shard, string host);

    [LoggerMessage(LogLevel.Information, "Shard {Shard}: ending the connection, {Why}")]
    private partial void LogEnding(int shard, string why);

    [LoggerMessage(LogLevel.Warning, "Shard {Shard}: cannot connect to {Host}: {Reason}")]
    private partial void LogUnreachable(int shard, string host, string reason);

    // Networks fail every day, and where in the code they did says nothing; who wants to know turns Debug on.
    [LoggerMessage(LogLevel.Warning, "Shard {Shard}: the connection was lost: {Reason}")]
    private partial void LogLost(int shard, string reason);

    [LoggerMessage(LogLevel.Debug, "Shard {Shard}: how the connection ended")]
    private partial void LogEnd(Exception exception, int shard);

    [LoggerMessage(LogLevel.Warning, "Shard {Shard}: skipped a frame that is not valid ({Kind})")]
    private partial void LogUnreadable(int shard, string kind);

    [LoggerMessage(LogLevel.Warning, "Shard {Shard}: skipped an op {Op} that makes no sense to us; said once a connection")]
    private partial void LogOddity(int shard, int op);

    [LoggerMessage(LogLevel.Debug, "Shard {Shard}: heartbeat acknowledged")]
    private partial void LogAcknowledged(int shard);

    [LoggerMessage(LogLevel.Warning, "Shard {Shard}: an interaction was refused, the queue is full")]
    private partial void LogRefused(int shard);

    [LoggerMessage(LogLevel.Error, "Shard {Shard}: a listener failed")]
    private partial void LogListenerFailed(Exception exception, int shard);

    [LoggerMessage(LogLevel.Debug, "Shard {Shard}: no close handshake ({Kind})")]
    private partial void LogNotClosed(int shard, string kind);
}
