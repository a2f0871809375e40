using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Bot.Discord.Protocol;
using Bot.Discord.Rest.RateLimits;
using Polly.Timeout;

namespace Bot.Discord.Rest;

/// <summary>
/// Sends calls within every limit that Discord has told or documented. What is safe to repeat after a lost connection is
/// decided by the client's pipeline (<see cref="RestPipeline"/>); what is said in a 429 is obeyed here.
/// </summary>
internal sealed partial class RestSender(
    ApiClient client,
    BotToken token,
    RateLimitBuckets buckets,
    GlobalLimit global,
    InvalidRequestBudget budget,
    SpentTokens spent,
    TimeProvider time,
    ILogger<RestSender> logger)
{
    private const int MaxRetries = 3;

    // Cloudflare's own refusals say nothing about their length.
    private static readonly TimeSpan SilentRefusal = TimeSpan.FromSeconds(60);

    private volatile bool botTokenIsDead;
    private int breakerReported;

    /// <summary>Discord refused the bot's token; nothing is sent with it any more.</summary>
    public bool IsBotTokenDead => botTokenIsDead;

    public async Task<RestReply> SendAsync(RestCall call, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        using var patience = new CancellationTokenSource(call.Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            for (var attempt = 0; ; attempt++)
            {
                if (Refusal(call) is { } reason)
                {
                    return new RestReply.Withheld(reason);
                }

                var left = call.Patience - time.GetElapsedTime(start);
                if (await buckets.EnterAsync(call, left, either.Token) is not { } bucket)
                {
                    return new RestReply.Withheld("the wait for its rate limit is too long");
                }

                if (await ExchangeAsync(call, bucket, left, attempt == MaxRetries, either.Token) is { } reply)
                {
                    return reply;
                }
            }
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return new RestReply.Unreachable("no answer in time");
        }
    }

    /// <summary>One request; null means that a 429 was noted and the call may try again.</summary>
    private async Task<RestReply?> ExchangeAsync(RestCall call, RateLimitBucket bucket, TimeSpan left, bool isLast, CancellationToken cancellation)
    {
        var isInside = true;
        try
        {
            if (call.Kind == RouteKind.Bot && !await global.EnterAsync(left, cancellation))
            {
                return new RestReply.Withheld("the wait for the global rate limit is too long");
            }

            using var request = Request(call);
            using var response = await client.SendAsync(request, cancellation);
            var headers = RateLimitHeaders.Read(response);
            bucket = buckets.Leave(call, bucket, headers);
            isInside = false;
            var body = await response.Content.ReadAsByteArrayAsync(cancellation);
            return Judge(call, (int)response.StatusCode, headers, body, bucket, isLast);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TimeoutRejectedException)
        {
            LogUnreachable(call.Route, e.GetType().Name);
            return new RestReply.Unreachable(e is TimeoutRejectedException ? "no answer in time" : "the connection failed");
        }
        finally
        {
            if (isInside)
            {
                buckets.Leave(call, bucket, null);
            }
        }
    }

    private RestReply? Judge(RestCall call, int status, RateLimitHeaders headers, byte[] body, RateLimitBucket bucket, bool isLast)
    {
        if (status is >= 200 and < 300)
        {
            return new RestReply.Done(status, body);
        }

        if (status == 429)
        {
            Wait(call, headers, body, bucket);
            return isLast ? new RestReply.Refused(status, ReadError(body)) : null;
        }

        var error = ReadError(body);
        if (status is 401 or 403)
        {
            budget.Count();
        }

        if (status == 401 && call.Kind == RouteKind.Bot)
        {
            botTokenIsDead = true;
            LogTokenRefused(call.Route);
        }
        else if (call.Kind != RouteKind.Bot && error.Code == DiscordErrorCodes.InvalidWebhookToken)
        {
            spent.Add(call.Major);
        }

        return new RestReply.Refused(status, error);
    }

    private void Wait(RestCall call, RateLimitHeaders headers, byte[] body, RateLimitBucket bucket)
    {
        var notice = ReadNotice(body);
        var wait = (notice is null ? null : RateLimitHeaders.Duration(notice.RetryAfter)) ?? headers.RetryAfter ?? SilentRefusal;
        if (!headers.IsShared)
        {
            budget.Count();
        }

        // Without JSON it is not Discord but Cloudflare who refuses, and it refuses the whole address.
        var isGlobal = headers.IsGlobal || notice is null or { Global: true };
        if (isGlobal)
        {
            global.Pause(wait);
        }

        if (!isGlobal || call.Kind != RouteKind.Bot || notice is null)
        {
            bucket.Block(wait);
        }

        LogRateLimited(call.Route, wait.TotalSeconds, isGlobal ? "global" : headers.IsShared ? "shared" : "user");
    }

    private string? Refusal(RestCall call)
    {
        if (call.Kind == RouteKind.Bot && botTokenIsDead)
        {
            return "Discord refused the bot's token";
        }

        if (call.Kind != RouteKind.Bot && spent.Contains(call.Major))
        {
            return "the interaction's token is spent";
        }

        if (budget.Allows(call.Kind))
        {
            Interlocked.Exchange(ref breakerReported, 0);
            return null;
        }

        if (Interlocked.Exchange(ref breakerReported, 1) == 0)
        {
            LogBreakerOpen(budget.Spent);
        }

        return "too many calls were refused in the last ten minutes";
    }

    private HttpRequestMessage Request(RestCall call)
    {
        var request = new HttpRequestMessage(call.Method, new Uri(call.Path, UriKind.Relative))
        {
            // Many calls on one connection; without TLS it is 1.1.
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        request.Options.Set(RestPipeline.Call, call);
        if (call.Kind == RouteKind.Bot)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bot", token.Value);
        }

        request.Content = RestBody.For(call);
        return request;
    }

    private static DiscordError ReadError(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, DiscordJson.Default.DiscordError) ?? new DiscordError();
        }
        catch (JsonException)
        {
            return new DiscordError { Message = "(no JSON)" };
        }
    }

    private static RateLimitNotice? ReadNotice(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, DiscordJson.Default.RateLimitNotice);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Route} got no answer: {Reason}")]
    private partial void LogUnreachable(string route, string reason);

    [LoggerMessage(LogLevel.Warning, "{Route} is rate limited for {Seconds} s ({Scope})")]
    private partial void LogRateLimited(string route, double seconds, string scope);

    [LoggerMessage(LogLevel.Critical, "Discord refused the bot's token at {Route}: set a valid one and restart")]
    private partial void LogTokenRefused(string route);

    [LoggerMessage(LogLevel.Critical, "Discord refused {Count} calls within ten minutes: calls pause until that is past")]
    private partial void LogBreakerOpen(int count);
}
