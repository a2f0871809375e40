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
        services.AddSingleton<ApiClient>();
        services.AddSingleton<RestSender>();
        services.AddSingleton<DiscordRest>();
        services.AddSingleton<InteractionRest>();
        services.AddSingleton<CommandRegistrar>();
        services.AddSingleton<AttachmentPolicy>();
        services.AddSingleton<CdnClient>();
        services.AddSingleton<AttachmentDownload>();
        return services;
    }
}
