namespace Bot.Library;

/// <summary>Notices that Clio was removed from a server, and erases what is kept of it when its time is over.</summary>
internal sealed class GuildSweep
{
    /// <summary>To be called once a day.</summary>
    /// <param name="servers">The ids of all servers that Clio is in; only a complete list, or nothing may be concluded.</param>
    /// <returns>How many servers were erased.</returns>
    public Task<int> SweepAsync(IReadOnlyCollection<string> servers, CancellationToken cancellation) => throw new NotImplementedException();
}
