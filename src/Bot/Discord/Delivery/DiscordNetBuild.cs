using Bot.Discord.Delivery.Gateway;
#if DISCORDNET
using Bot.Discord.Delivery.DiscordNet;
#endif

namespace Bot.Discord.Delivery;

/// <summary>Whether this build includes the delivery through Discord.Net; the only place where the two builds differ in their code.</summary>
internal static class DiscordNetBuild
{
    public const string HowToInclude =
        "Discord:Delivery is DiscordNet, which this build of Clio does not include: build it with -p:DiscordNet=true as docs/discord-net.md says, or set Discord:Delivery to Gateway.";

#if DISCORDNET
    public static bool IsIncluded => true;

    public static IGatewayDelivery Create(IServiceProvider provider, GatewayWiring wiring) => new DiscordNetDelivery(
        wiring,
        provider.GetRequiredService<GatewayStore>(),
        provider.GetRequiredService<GatewayOptions>(),
        provider.GetRequiredService<ILogger<DiscordNetDelivery>>());
#else
    public static bool IsIncluded => false;

    public static IGatewayDelivery Create(IServiceProvider provider, GatewayWiring wiring) => throw new InvalidOperationException(HowToInclude);
#endif
}
