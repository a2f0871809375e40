using System.Globalization;
using System.Net;

namespace Bot.Discord.Delivery.Gateway;

/// <summary>One shard: connection after connection, until it is stopped or trying again cannot help.</summary>
/// <param name="endsSession">A stop for good: close so that Discord forgets the session.</param>
internal sealed partial class GatewayShard(
    GatewayShardId id, SavedSession? saved, IdentifyGate gate, GatewayWiring wiring, GatewayOptions options,
    Func<bool> endsSession, ILogger logger)
{
    private readonly TimeProvider time = wiring.Time;
    private readonly ReconnectPace pace = new(options, wiring.Random);
    private readonly Lock interrupting = new();
    private GatewaySession session = saved is null ? new GatewaySession() : new GatewaySession(saved);
    private long lastContact = wiring.Time.GetTimestamp();
    private TimeSpan atLeast;
    private string why = "starting";
    private volatile bool renewing;
    private bool renewingUrgently;
    private CancellationTokenSource? attempt;
    private volatile GatewayHealth health = new(GatewayState.Starting, "starting");

    public GatewayHealth Health => health;

    /// <summary>Null where there is nothing to go on with.</summary>
    public SavedSession? Save() => session.Save(id.Number);

    /// <summary>Ends the session and begins a new one, whatever the shard is doing now.</summary>
    /// <param name="isUrgent">A person asked for it: the reserve of IDENTIFYs may be used.</param>
    public void Renew(bool isUrgent)
    {
        lock (interrupting)
        {
            renewing = true;
            renewingUrgently |= isUrgent;
            attempt?.Cancel();
        }
    }

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested && health.State != GatewayState.Failed)
        {
            using var current = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            bool isRenewal;
            bool isUrgent;
            lock (interrupting)
            {
                attempt = current;
                (isRenewal, isUrgent) = (renewing, renewingUrgently);
                (renewing, renewingUrgently) = (false, false);
            }

            if (isRenewal)
            {
                session = new GatewaySession();
                (atLeast, why) = (TimeSpan.Zero, "a new session was asked for");
            }

            try
            {
                await AttemptAsync(isRenewal, isUrgent, current.Token);
            }
            catch (OperationCanceledException) when (current.IsCancellationRequested)
            {
            }
            catch (Exception exception)
            {
                // A bug of ours must not take the bot off line for good.
                LogBug(exception, id.Number);
                pace.Ended(null);
            }
            finally
            {
                lock (interrupting)
                {
                    attempt = null;
                }
            }
        }

        if (health.State != GatewayState.Failed)
        {
            Report(GatewayState.Stopped, "stopped");
        }
    }

    private async Task AttemptAsync(bool isRenewal, bool isUrgent, CancellationToken cancellation)
    {
        var isResume = session.CanResume && pace.MayResume;
        await PauseAsync(isRenewal ? TimeSpan.Zero : isResume ? pace.BeforeResume() : pace.BeforeIdentify(), cancellation);
        if (isResume)
        {
            pace.ResumeTried();
            await ConnectAsync(session.ResumeUrl ?? gate.CachedUrl, null, cancellation);
            return;
        }

        using var turn = await TakeTurnAsync(isUrgent, cancellation);
        if (turn is not null)
        {
            session = new GatewaySession();
            await ConnectAsync(turn.Bot.Url, turn, cancellation);
        }
    }

    private async Task<IdentifyTurn?> TakeTurnAsync(bool isUrgent, CancellationToken cancellation)
    {
        try
        {
            var turn = await gate.WaitAsync(
                id.Number, isUrgent, reason => Report(GatewayState.WaitingForBudget, reason), cancellation);
            if (turn is null)
            {
                Report(GatewayState.Failed, gate.Refusal ?? "refused");
            }

            return turn;
        }
        catch (HttpRequestException exception) when (exception.StatusCode == HttpStatusCode.Unauthorized)
        {
            Fail(GatewayVerdict.TokenRefused);
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            LogNotDiscovered(exception, id.Number);
            pace.Ended(null);
            why = "Discord could not be asked for the gateway's address";

            // Nothing at all is in reach: the resume address is not to blame, and the session may still live.
            if (session.CanResume && time.GetElapsedTime(lastContact) < TimeSpan.FromMinutes(options.ResumeWithin))
            {
                pace.ForgiveResumes();
            }
        }

        return null;
    }

    private async Task ConnectAsync(string? url, IdentifyTurn? turn, CancellationToken cancellation)
    {
        if (!GatewayAddress.TryCompose(url, out var address))
        {
            Settle(new GatewayEnd.Unreachable("Discord gave no usable gateway address"), null, identified: false);
            return;
        }

        if (health.State == GatewayState.WaitingForBudget)
        {
            Report(GatewayState.Reconnecting, "connecting");
        }

        using var connection = new GatewayConnection(
            id, session, turn, wiring, options, () => renewing || endsSession(),
            () => Report(GatewayState.Connected, "connected"), logger);
        var end = await connection.RunAsync(address, cancellation);
        if (turn is { IsSpent: true })
        {
            pace.IdentifySpent();
        }

        Settle(end, connection.Lasted, turn is not null);
    }

    private void Settle(GatewayEnd end, TimeSpan? lasted, bool identified)
    {
        pace.Ended(lasted);
        lastContact = lasted is null ? lastContact : time.GetTimestamp();
        why = GatewayVerdict.Words(end);
        switch (GatewayVerdict.After(end, identified, wiring.Random()))
        {
            case GatewayNext.Resume resume:
                atLeast = resume.AtLeast;
                break;
            case GatewayNext.Identify identify:
                atLeast = identify.AtLeast;
                session = new GatewaySession();
                break;
            case GatewayNext.Stop stop:
                session = new GatewaySession();
                Fail(stop.Reason);
                break;
        }

        // Three RESUMEs that Discord took and dropped: the session is stuck.
        if (!pace.MayResume && end is not GatewayEnd.Unreachable)
        {
            session = new GatewaySession();
        }
    }

    private async Task PauseAsync(TimeSpan pause, CancellationToken cancellation)
    {
        var wait = pause > atLeast ? pause : atLeast;
        atLeast = TimeSpan.Zero;
        if (health.State != GatewayState.Starting || wait > TimeSpan.Zero)
        {
            Report(GatewayState.Reconnecting, string.Create(CultureInfo.InvariantCulture, $"{why}; next attempt in {wait.TotalSeconds:0.0} s"));
        }

        if (wait > TimeSpan.Zero)
        {
            LogWaiting(id.Number, wait, why);
            await Task.Delay(wait, time, cancellation);
        }
    }

    private void Fail(string reason)
    {
        gate.Refuse(reason);
        Report(GatewayState.Failed, reason);
    }

    private void Report(GatewayState state, string reason)
    {
        health = new GatewayHealth(state, reason);
        if (state == GatewayState.Failed)
        {
            LogFailed(id.Number, reason);
        }
        else
        {
            LogHealth(id.Number, state, reason);
        }
    }

    [LoggerMessage(LogLevel.Information, "Shard {Shard} is {State}: {Reason}")]
    private partial void LogHealth(int shard, GatewayState state, string reason);

    [LoggerMessage(LogLevel.Critical, "Shard {Shard} has failed for good: {Reason}")]
    private partial void LogFailed(int shard, string reason);

    [LoggerMessage(LogLevel.Information, "Shard {Shard}: next attempt in {Wait}, because {Why}")]
    private partial void LogWaiting(int shard, TimeSpan wait, string why);

    [LoggerMessage(LogLevel.Warning, "Shard {Shard}: GET /gateway/bot failed")]
    private partial void LogNotDiscovered(Exception exception, int shard);

    [LoggerMessage(LogLevel.Error, "Shard {Shard}: unexpected; going on")]
    private partial void LogBug(Exception exception, int shard);
}
