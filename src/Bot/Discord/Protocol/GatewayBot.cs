namespace Bot.Discord.Protocol;

/// <summary>The answer to GET /gateway/bot: where to connect, with how many shards, and how many IDENTIFYs are left.</summary>
/// <param name="Shards">What Discord recommends.</param>
/// <param name="SessionStartLimit">Null only if Discord leaves it out; our own ledger guards then.</param>
internal sealed record GatewayBot(string Url, int Shards, GatewaySessionStartLimit? SessionStartLimit);
