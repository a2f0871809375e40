using Bot.Chat.Moderation;
using Bot.Discord.Commands.Moderation;
using Bot.Discord.Delivery;
using Lectures.Answers;
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
            .AddSingleton<Callers>()
            .AddSingleton<Cooldowns>()
            .AddSingleton<UploadReader>()
            .AddSingleton<ModeratorInteractions>()
            .AddSingleton<ModeratorAutocomplete>()
            .AddSingleton<ReindexFollower>()
            .AddSingleton(static provider => new OperatorDefaults(
                provider.GetRequiredService<IOptions<AnswerOptions>>().Value.Threshold, provider.GetRequiredService<IOptions<CooldownOptions>>().Value.UserPerMinute))
            .AddSingleton<ChangePosts>()
            .AddSingleton<IChangePosts>(static provider => provider.GetRequiredService<ChangePosts>())
            .AddSingleton<SlashCommands>()
            .AddSingleton<Buttons>()
            .AddSingleton<Autocomplete>()
            .AddSingleton<InteractionRouter>()
            .AddSingleton<InteractionHandler>(static provider => provider.GetRequiredService<InteractionRouter>().HandleAsync)
            .AddSingleton<ChooseDeferral>(static provider => provider.GetRequiredService<InteractionRouter>().Choose);
    }
}
