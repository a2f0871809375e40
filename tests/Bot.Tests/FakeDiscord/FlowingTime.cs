namespace Bot.Tests.FakeDiscord;

/// <summary>
/// Virtual time that flows by itself: it stands still as long as anything happens at the fake, and moves on when all is quiet. So a
/// busy machine makes a test longer and nothing in it later.
/// </summary>
internal sealed class FlowingTime : SteppedTime, IAsyncDisposable
{
    // Real time, for sockets and the thread pool.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Drop = TimeSpan.FromMilliseconds(20);

    // Looks without any news before the clock moves.
    private const int Quiet = 2;

    private readonly CancellationTokenSource stopping = new();
    private Task flowing = Task.CompletedTask;

    public void Flow(Journal journal) => flowing = Task.Run(async () =>
    {
        var (seen, quiet) = (0, 0);
        while (!stopping.IsCancellationRequested)
        {
            await Task.Delay(Look);
            var count = journal.Count;
            quiet = count == seen ? quiet + 1 : 0;
            seen = count;
            if (quiet >= Quiet)
            {
                Advance(Drop);
            }
        }
    });

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await flowing;
        stopping.Dispose();
    }
}
