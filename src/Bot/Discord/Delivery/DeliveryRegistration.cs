using Bot.Discord.Delivery.Http;

namespace Bot.Discord.Delivery;

internal static class DeliveryRegistration
{
    /// <summary>The dispatcher and the HTTP endpoint; <see cref="InteractionHandler"/> and <see cref="ChooseDeferral"/> are registered by whoever answers.</summary>
    public static IServiceCollection AddInteractionDelivery(this IServiceCollection services)
    {
        services.AddSingleton<InteractionDispatcher>();
        services.AddHostedService(provider => provider.GetRequiredService<InteractionDispatcher>());
        services.AddSingleton<RequestSignature>();
        services.AddSingleton<InteractionEndpoint>();
        return services;
    }
}
