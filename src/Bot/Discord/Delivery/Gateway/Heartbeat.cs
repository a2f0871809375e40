namespace Bot.Discord.Delivery.Gateway;

/// <summary>
/// The heartbeats of one connection: the first after a random part of the interval, then one an interval. If Discord has not
/// acknowledged one when the next is due, the connection is dead. Each connection has its own, so no old flag survives.
/// </summary>
internal sealed class Heartbeat(TimeSpan interval, double chance, TimeProvider time)
{
    private volatile bool unanswered;

    public void Acknowledged() => unanswered = false;

    /// <summary>Returns when the connection is dead, or (cancelled) throws.</summary>
    /// <param name="send">False if the frame was held back; a frame that was not sent is not missed.</param>
    public async Task RunAsync(Func<CancellationToken, Task<bool>> send, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        var due = interval * chance;
        while (true)
        {
            var wait = due - time.GetElapsedTime(start);
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, time, cancellation);
            }

            if (unanswered)
            {
                return;
            }

            // A heartbeat that Discord asked for does not touch the flag: its answer would come too late for a timer due now.
            unanswered = true;
            if (!await send(cancellation))
            {
                unanswered = false;
            }

            // After a stop of the process (a sleeping laptop) the missed ones are not made up for.
            due += interval;
            var now = time.GetElapsedTime(start);
            due = due < now ? now + interval : due;
        }
    }
}
