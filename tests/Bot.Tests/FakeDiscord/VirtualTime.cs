using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.FakeDiscord;

/// <summary>Lets a test's clock run while real sockets work: it stands still as long as a request is under way.</summary>
internal static class VirtualTime
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(25);

    /// <summary>Runs the clock until the work is done; bounded by <paramref name="longest"/> of virtual time.</summary>
    public static async Task<T> RunAsync<T>(this FakeTimeProvider time, Task<T> work, Func<bool> isBusy, TimeSpan longest, TimeSpan? step = null)
    {
        await RunAsync(time, (Task)work, isBusy, longest, step);
        return await work;
    }

    public static async Task RunAsync(this FakeTimeProvider time, Task work, Func<bool> isBusy, TimeSpan longest, TimeSpan? step = null)
    {
        var start = time.GetTimestamp();
        while (!work.IsCompleted)
        {
            // Real time, for sockets and the thread pool; nothing is measured by it.
            await Task.WhenAny(work, Task.Delay(1, TestContext.Current.CancellationToken));
            if (!isBusy() && !work.IsCompleted)
            {
                time.Advance(step ?? Step);
            }

            Assert.True(time.GetElapsedTime(start) < longest, $"not done within {longest} of virtual time");
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }

        await work;
    }
}
