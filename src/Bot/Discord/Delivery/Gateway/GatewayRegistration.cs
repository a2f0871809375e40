using System.Net;
using System.Text.Json;
using Bot.Discord.Protocol;
using Bot.Discord.Rest;
using Lectures.Indexing;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Delivery.Gateway;

internal static class GatewayRegistration
{
    /// <param name="ready">Told when a shard is in service.</param>
    public static IServiceCollection AddGatewayDelivery(this IServiceCollection services, Action<IServiceProvider, ReadyEvent> ready)
    {
        services.AddSingleton(static provider => Options(provider));
        services.AddSingleton(provider => new GatewayStore(provider.GetRequiredService<IOptions<LibraryOptions>>().Value.Store, provider.GetRequiredService<ILogger<GatewayStore>>()));
        services.AddSingleton<IGatewayDelivery>(provider => provider.GetRequiredService<IOptions<DiscordOptions>>().Value.Delivery == DeliveryMode.DiscordNet
            ? DiscordNetBuild.Create(provider, Wiring(provider, ready))
            : new GatewayDelivery(
                Wiring(provider, ready),
                provider.GetRequiredService<GatewayStore>(),
                provider.GetRequiredService<GatewayOptions>(),
                provider.GetRequiredService<ILogger<GatewayDelivery>>()));
        services.AddHostedService<GatewayService>();
        return services;
    }

    private static GatewayWiring Wiring(IServiceProvider provider, Action<IServiceProvider, ReadyEvent> ready) => new()
    {
        Token = provider.GetRequiredService<BotToken>().Value,
        Discover = cancellation => DiscoverAsync(provider.GetRequiredService<DiscordRest>(), cancellation),
        Deliver = interaction => provider.GetRequiredService<InteractionDispatcher>().TryEnqueue(interaction),
        Ready = read => ready(provider, read),
        Sockets = static () => new GatewaySocket(),
        Time = provider.GetRequiredService<TimeProvider>(),
        Random = Random.Shared.NextDouble,
    };

    /// <summary>Shards are a setting of Discord's section; the rest has a section of its own.</summary>
    private static GatewayOptions Options(IServiceProvider provider)
    {
        var shards = provider.GetRequiredService<IOptions<DiscordOptions>>().Value.Shards;
        var settings = new ConfigurationBuilder()
            .AddConfiguration(provider.GetRequiredService<IConfiguration>().GetSection(GatewayOptions.Section))
            .AddInMemoryCollection([new(nameof(GatewayOptions.Shards), shards.ToLowerInvariant())])
            .Build();
        var options = settings.Get<GatewayOptions>() ?? new GatewayOptions();
        var checkedRanges = new GatewayOptionsValidator().Validate(GatewayOptions.Section, options);
        return checkedRanges.Failed ? throw new OptionsValidationException(GatewayOptions.Section, typeof(GatewayOptions), checkedRanges.Failures) : options;
    }

    private static async Task<GatewayBot> DiscoverAsync(DiscordRest rest, CancellationToken cancellation)
    {
        try
        {
            var answer = await rest.GetGatewayBotAsync(cancellation);
            return answer.Deserialize(GatewayJson.Default.GatewayBot) ?? throw new HttpRequestException("GET /gateway/bot answered null");
        }
        catch (DiscordRestException refused)
        {
            throw new HttpRequestException(refused.Message, refused, (HttpStatusCode?)refused.Status);
        }
    }
}
