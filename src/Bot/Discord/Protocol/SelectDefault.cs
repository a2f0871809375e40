namespace Bot.Discord.Protocol;

/// <summary>What is chosen beforehand in a select of roles or channels.</summary>
/// <param name="Type">"role" or "channel".</param>
internal sealed record SelectDefault(string Id, string Type);
