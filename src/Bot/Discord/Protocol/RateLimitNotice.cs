namespace Bot.Discord.Protocol;

/// <summary>The body of a 429.</summary>
/// <param name="RetryAfter">Seconds, with a fraction.</param>
internal sealed record RateLimitNotice(double RetryAfter, bool Global);
