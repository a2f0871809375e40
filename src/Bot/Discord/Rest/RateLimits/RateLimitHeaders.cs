using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Bot.Discord.Rest.RateLimits;

/// <summary>
/// What a response says about its limit. The wall-clock X-RateLimit-Reset is not read: only the relative time is right on
/// a host whose clock is wrong.
/// </summary>
/// <param name="Bucket">The limit's name, shared by routes.</param>
/// <param name="RetryAfter">From the Retry-After header; on a 429 only.</param>
internal sealed record RateLimitHeaders(string? Bucket, int? Limit, int? Remaining, TimeSpan? ResetAfter, TimeSpan? RetryAfter, bool IsGlobal, bool IsShared)
{
    public static RateLimitHeaders Read(HttpResponseMessage response)
    {
        var headers = response.Headers;
        return new RateLimitHeaders(
            First(headers, "X-RateLimit-Bucket"),
            Whole(First(headers, "X-RateLimit-Limit")),
            Whole(First(headers, "X-RateLimit-Remaining")),
            Seconds(First(headers, "X-RateLimit-Reset-After")),
            response.StatusCode == HttpStatusCode.TooManyRequests ? Seconds(First(headers, "Retry-After")) : null,
            string.Equals(First(headers, "X-RateLimit-Global"), "true", StringComparison.OrdinalIgnoreCase)
                || string.Equals(First(headers, "X-RateLimit-Scope"), "global", StringComparison.OrdinalIgnoreCase),
            string.Equals(First(headers, "X-RateLimit-Scope"), "shared", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Seconds with a fraction; nonsense and negative numbers are nothing, and no wait is longer than a day.</summary>
    public static TimeSpan? Duration(double seconds) =>
        double.IsFinite(seconds) && seconds >= 0 ? TimeSpan.FromSeconds(Math.Min(seconds, 86_400)) : null;

    private static TimeSpan? Seconds(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? Duration(seconds) : null;

    private static int? Whole(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? First(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
