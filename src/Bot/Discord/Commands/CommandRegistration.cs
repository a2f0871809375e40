using Bot.Discord.Delivery;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Commands;

internal static class CommandRegistration
{
    /// <summary>From an interaction to its answer.</summary>
    public static IServiceCollection AddCommands(this IServiceCollection services)
    {
        services.AddOptions<CooldownOptions>().BindConfiguration(CooldownOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<CooldownOptions>, CooldownOptionsValidator>()
            .AddSingleton<Cooldowns>()
            .AddSingleton<SlashCommands>()
            .AddSingleton<Buttons>()
            .AddSingleton<Autocomplete>()
            .AddSingleton<InteractionRouter>()
            .AddSingleton<InteractionHandler>(static provider => provider.GetRequiredService<InteractionRouter>().HandleAsync)
            .AddSingleton<ChooseDeferral>(InteractionRouter.Choose);
    }
}
