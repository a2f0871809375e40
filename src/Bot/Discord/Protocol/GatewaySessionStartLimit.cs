namespace Bot.Discord.Protocol;

/// <summary>Discord's own count of our IDENTIFYs.</summary>
/// <param name="ResetAfter">Milliseconds until <paramref name="Remaining"/> is <paramref name="Total"/> again.</param>
/// <param name="MaxConcurrency">IDENTIFYs allowed in five seconds.</param>
internal sealed record GatewaySessionStartLimit(int Total, int Remaining, long ResetAfter, int MaxConcurrency);
