using Bot.Discord.Protocol;

namespace Bot.Discord.Rest;

/// <summary>One call to Discord.</summary>
/// <param name="Route">Method and path without ids; calls of one route share their limit's name.</param>
/// <param name="Major">What limits are counted per within a route: a guild, or an interaction's token.</param>
/// <param name="Path">Below the base address; may hold a token, so it is never logged.</param>
internal sealed record RestCall(HttpMethod Method, string Route, string Major, string Path, RouteKind Kind)
{
    /// <summary>The JSON body; empty for none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    public IReadOnlyList<FileUpload> Files { get; init; } = [];

    /// <summary>How long the call may wait for limits, all retries included.</summary>
    public TimeSpan Patience => Kind switch
    {
        RouteKind.Callback => TimeSpan.FromSeconds(2.8),
        RouteKind.Webhook => TimeSpan.FromSeconds(75),
        _ => TimeSpan.FromMinutes(5),
    };

    /// <summary>Whether sending it twice does no harm. A second callback is refused by Discord, a second follow-up is not.</summary>
    public bool IsRepeatable => Method != HttpMethod.Post || Kind == RouteKind.Callback;

    public override string ToString() => Route;
}
