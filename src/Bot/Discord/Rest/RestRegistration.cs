using System.Net;
using System.Net.Http.Headers;
using Bot.Discord.Rest.Cdn;
using Bot.Discord.Rest.RateLimits;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Rest;

internal static class RestRegistration
{
    public static IServiceCollection AddDiscordRest(this IServiceCollection services)
    {
        services.AddOptions<DiscordOptions>().BindConfiguration(DiscordOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DiscordOptions>, DiscordOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<BotToken>();
        services.AddSingleton<RateLimitBuckets>();
        services.AddSingleton<GlobalLimit>();
        services.AddSingleton<InvalidRequestBudget>();
        services.AddSingleton<SpentTokens>();
        services.AddSingleton<FollowUpAllowance>();
        services.AddSingleton<RestSender>();
        services.AddSingleton<DiscordRest>();
        services.AddSingleton<InteractionRest>();
        services.AddSingleton<CommandRegistrar>();
        services.AddSingleton<AttachmentPolicy>();
        services.AddSingleton<AttachmentDownload>();
        services.AddApiClient();
        services.AddCdnClient();
        return services;
    }

    private static void AddApiClient(this IServiceCollection services)
    {
        services.AddHttpClient(RestSender.ClientName, Configure)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
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
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // The default loggers write addresses, and ours hold interaction tokens.
            .RemoveAllLoggers()
            .AddResilienceHandler("discord", (builder, context) =>
                RestPipeline.Configure(builder, context.ServiceProvider.GetRequiredService<TimeProvider>()));
    }

    private static void AddCdnClient(this IServiceCollection services)
    {
        services.AddHttpClient(AttachmentDownload.ClientName, client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.DefaultRequestHeaders.UserAgent.ParseAdd(UserAgent.Text);
            })
            .ConfigurePrimaryHttpMessageHandler(provider => provider.GetRequiredService<AttachmentPolicy>().CreateHandler())
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
    }

    private static void Configure(IServiceProvider provider, HttpClient client)
    {
        var address = provider.GetRequiredService<IOptions<DiscordOptions>>().Value.ApiBaseUrl;
        client.BaseAddress = new Uri(address.TrimEnd('/') + "/");
        // Time-outs are the pipeline's, on its clock.
        client.Timeout = Timeout.InfiniteTimeSpan;
        client.MaxResponseContentBufferSize = 8 << 20;
        client.DefaultRequestHeaders.UserAgent.ParseAdd(UserAgent.Text);
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }
}
