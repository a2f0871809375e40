namespace Bot.Discord;

/// <param name="Reason">For people who run the bot: what is the case and what they can do about it.</param>
internal sealed record Health(bool IsHealthy, string Reason);
