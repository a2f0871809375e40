using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.FakeDiscord;

/// <summary>
/// Virtual time that knows which timers are armed: a test waits until the code under test really waits, and only then moves
/// the clock. So virtual time and real sockets do not race.
/// </summary>
internal class SteppedTime() : FakeTimeProvider(new DateTimeOffset(2027, 3, 1, 12, 0, 0, TimeSpan.Zero))
{
    // Task.Delay and CancellationTokenSource cut to whole milliseconds.
    private static readonly TimeSpan Resolution = TimeSpan.FromMilliseconds(1);

    private readonly Lock gate = new();
    private readonly Dictionary<SteppedTimer, DateTimeOffset> armed = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (gate)
            {
                var now = GetUtcNow();
                return [.. armed.Values.Select(due => due - now).Order()];
            }
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SteppedTimer(this, callback, state);
        timer.Start(base.CreateTimer(timer.Fire, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan), dueTime);
        return timer;
    }

    /// <summary>Waits until as many timers are armed that are due after this span, and does not move the clock.</summary>
    public async Task WaitForTimerAsync(TimeSpan due, CancellationToken cancellation, int count = 1)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                var at = GetUtcNow() + due;
                if (armed.Values.Count(timer => (timer - at).Duration() <= Resolution) >= count)
                {
                    return;
                }

                next = changed.Task;
            }

            await next.WaitAsync(cancellation);
        }
    }

    /// <summary>Moves the clock to the next armed timer; returns how many were due there.</summary>
    public int Step()
    {
        DateTimeOffset due;
        int count;
        lock (gate)
        {
            due = armed.Values.Min();
            count = armed.Values.Count(at => at == due);
        }

        if (due > GetUtcNow())
        {
            SetUtcNow(due);
        }

        return count;
    }

    private void Note(SteppedTimer timer, TimeSpan? due)
    {
        TaskCompletionSource signal;
        lock (gate)
        {
            if (due is { } span)
            {
                armed[timer] = GetUtcNow() + span;
            }
            else
            {
                armed.Remove(timer);
            }

            signal = changed;
            changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        signal.SetResult();
    }

    private sealed class SteppedTimer(SteppedTime time, TimerCallback callback, object? state) : ITimer
    {
        private readonly Lock arming = new();
        private ITimer? inner;
        private bool hasFired;

        public void Start(ITimer timer, TimeSpan due)
        {
            inner = timer;
            Change(due, Timeout.InfiniteTimeSpan);
        }

        public void Fire(object? unused)
        {
            lock (arming)
            {
                hasFired = true;
                time.Note(this, null);
            }

            callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            // Noted after it is armed: who waits for the note moves the clock at once.
            lock (arming)
            {
                hasFired = false;
                var isAlive = inner!.Change(dueTime, period);
                if (!hasFired)
                {
                    time.Note(this, dueTime == Timeout.InfiniteTimeSpan ? null : dueTime);
                }

                return isAlive;
            }
        }

        public void Dispose()
        {
            time.Note(this, null);
            inner!.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
