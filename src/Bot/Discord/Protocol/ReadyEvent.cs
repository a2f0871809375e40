namespace Bot.Discord.Protocol;

/// <summary>A shard is in service. Raised once a session, again when a session of an earlier process was resumed.</summary>
/// <param name="ApplicationId">Addresses the follow-up webhooks; empty if Discord left it out.</param>
/// <param name="GuildIds">The guilds of this shard at the time of READY.</param>
internal sealed record ReadyEvent(string ApplicationId, IReadOnlyList<string> GuildIds);
