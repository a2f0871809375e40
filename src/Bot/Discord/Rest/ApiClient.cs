using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace Bot.Discord.Rest;

/// <summary>
/// One pool of connections to Discord for the whole process, behind <see cref="RestPipeline"/>. Made by hand: the factory of clients
/// brings logs of addresses, which hold interaction tokens, and telemetry, which costs memory, and neither is wanted.
/// </summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient client;

    public ApiClient(IOptions<DiscordOptions> options, TimeProvider time)
    {
        var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>();
        RestPipeline.Configure(pipeline, time);
        client = new HttpClient(new ResilienceHandler(pipeline.Build()) { InnerHandler = Connections() })
        {
            BaseAddress = new Uri(options.Value.ApiBaseUrl.TrimEnd('/') + "/"),
            // Time-outs are the pipeline's, on its clock.
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = 8 << 20,
        };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(UserAgent.Text);
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation) => client.SendAsync(request, cancellation);

    public void Dispose() => client.Dispose();

    private static SocketsHttpHandler Connections() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5),
        EnableMultipleHttp2Connections = true,
        KeepAlivePingDelay = TimeSpan.FromSeconds(30),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
    };
}
