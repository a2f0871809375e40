using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace Bot.Discord.Rest;

/// <summary>Time-outs, and retries of what is safe to repeat. 429 is not retried here: <see cref="RestSender"/> knows the limits.</summary>
internal static class RestPipeline
{
    public static HttpRequestOptionsKey<RestCall> Call { get; } = new("discord-call");

    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> builder, TimeProvider time)
    {
        builder.TimeProvider = time;
        builder.AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = 3,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(150),
            MaxDelay = TimeSpan.FromSeconds(3),
            ShouldRetryAfterHeader = false,
            ShouldHandle = arguments => ValueTask.FromResult(ShouldRetry(CallOf(arguments.Context), arguments.Outcome)),
        });
        builder.AddTimeout(new HttpTimeoutStrategyOptions
        {
            TimeoutGenerator = arguments => ValueTask.FromResult(AttemptTimeout(CallOf(arguments.Context))),
        });
    }

    private static bool ShouldRetry(RestCall? call, Outcome<HttpResponseMessage> outcome)
    {
        if (call is null)
        {
            return false;
        }

        if (outcome.Exception is { } exception)
        {
            return WasNotSent(exception) || (call.IsRepeatable && exception is HttpRequestException or TimeoutRejectedException);
        }

        return call.IsRepeatable && outcome.Result?.StatusCode is
            HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
    }

    /// <summary>The connection was never made, so Discord cannot have seen anything.</summary>
    private static bool WasNotSent(Exception exception) => exception is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    private static TimeSpan AttemptTimeout(RestCall? call) =>
        call?.Kind == RouteKind.Callback ? TimeSpan.FromSeconds(1.2) : TimeSpan.FromSeconds(10);

    private static RestCall? CallOf(ResilienceContext context) =>
        context.GetRequestMessage() is { } request && request.Options.TryGetValue(Call, out var call) ? call : null;
}
