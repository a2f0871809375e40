namespace Bot.DiscordNet;

/// <summary>How a shard goes on after a connection.</summary>
/// <param name="Stops">Trying again cannot help.</param>
/// <param name="LosesSession">The next connection has to identify.</param>
/// <param name="Wait">No connection before that.</param>
public sealed record AfterEnd(bool Stops, bool LosesSession, TimeSpan Wait);
