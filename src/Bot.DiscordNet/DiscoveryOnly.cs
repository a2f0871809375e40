using System.Net;
using Discord.Net.Rest;

namespace Bot.DiscordNet;

/// <summary>
/// Discord.Net's REST, which is not used: one client sends for the whole program, so that one knows the limits. (3.16 takes the seconds
/// of a global Retry-After for milliseconds.) The one question that the library asks is answered in its place.
/// </summary>
internal sealed class DiscoveryOnly(DiscordNetWiring wiring) : IRestClient
{
    public void SetHeader(string key, string value)
    {
    }

    public void SetCancelToken(CancellationToken cancelToken)
    {
    }

    public async Task<RestResponse> SendAsync(
        string method, string endpoint, CancellationToken cancelToken, bool headerOnly = false, string? reason = null,
        IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null) =>
        endpoint == "gateway/bot"
            ? new RestResponse(HttpStatusCode.OK, [], new MemoryStream(await wiring.DiscoverAsync(cancelToken)))
            : throw Unused(method, endpoint);

    public Task<RestResponse> SendAsync(
        string method, string endpoint, string json, CancellationToken cancelToken, bool headerOnly = false, string? reason = null,
        IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null) => throw Unused(method, endpoint);

    public Task<RestResponse> SendAsync(
        string method, string endpoint, IReadOnlyDictionary<string, object> multipartParams, CancellationToken cancelToken, bool headerOnly = false, string? reason = null,
        IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null) => throw Unused(method, endpoint);

    public void Dispose()
    {
    }

    private static NotSupportedException Unused(string method, string endpoint) => new($"Discord.Net is not to call Discord by itself: {method} {endpoint}");
}
