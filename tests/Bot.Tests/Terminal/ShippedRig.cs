namespace Bot.Tests.Terminal;

/// <summary>A terminal over the library that ships, with its index already made: for tests that only ask.</summary>
public sealed class ShippedRig : IAsyncLifetime
{
    internal TerminalRig Terminal { get; } = new(Repository.Lectures);

    public async ValueTask InitializeAsync() => Assert.Equal(0, (await Terminal.RunAsync("index")).Code);

    public ValueTask DisposeAsync()
    {
        Terminal.Dispose();
        return ValueTask.CompletedTask;
    }
}
