using System.Globalization;
using Bot.Chat;
using Bot.Discord.Commands.Moderation;
using Bot.Discord.Delivery;
using Bot.Discord.Protocol;
using Bot.Discord.Rendering;
using Bot.Discord.Rest;
using Bot.Library;
using Bot.Storage;

namespace Bot.Discord.Commands;

/// <summary>The one handler of both deliveries: from an interaction to its answer.</summary>
internal sealed partial class InteractionRouter(
    SlashCommands commands,
    Buttons buttons,
    Autocomplete autocomplete,
    ModeratorInteractions moderators,
    ReindexFollower follower,
    Callers callers,
    Cooldowns cooldowns,
    Settings settings,
    ILogger<InteractionRouter> logger)
{
    public async Task HandleAsync(Interaction interaction, RespondAsync respond, CancellationToken cancellation)
    {
        var (response, running) = await AnswerAsync(interaction, cancellation);
        if (await respond(response, cancellation) is Delivered.Sent && running is not null)
        {
            follower.Follow(interaction, running);
        }
    }

    /// <summary>Who will see the answer, should it take long.</summary>
    public Deferral Choose(Interaction interaction) => interaction.Type switch
    {
        _ when ModeratorInteractions.IsOurs(interaction) => ModeratorInteractions.Choose(interaction),
        InteractionType.ApplicationCommand when commands.IsPublic(interaction, callers.Of(interaction)) => Deferral.PublicReply,
        InteractionType.MessageComponent => Buttons.Choose(interaction),
        _ => Deferral.PrivateReply,
    };

    private async Task<(InteractionResponse Response, ReindexJob? Running)> AnswerAsync(Interaction interaction, CancellationToken cancellation)
    {
        try
        {
            var caller = callers.Of(interaction);
            if (interaction.Type == InteractionType.Autocomplete)
            {
                return (autocomplete.Answer(interaction, caller), null);
            }

            if (cooldowns.Take(caller, settings.Get(Caller.ServerOf(caller)).UserPerMinute) is { } wait)
            {
                return (Notice(string.Create(CultureInfo.InvariantCulture, $"That is a lot in a short time. Please give me {wait.TotalSeconds:0} s and then ask again.")), null);
            }

            return ModeratorInteractions.IsOurs(interaction) ? await moderators.AnswerAsync(interaction, caller, cancellation) : (Answer(interaction, caller), null);
        }
        catch (StorageException failure)
        {
            LogNotStored(failure, interaction.Id);
            return (interaction.Type == InteractionType.Autocomplete ? InteractionResponse.Choices.None : Notice(failure.Message), null);
        }
    }

    private InteractionResponse Answer(Interaction interaction, Caller caller) => interaction.Type switch
    {
        InteractionType.ApplicationCommand => commands.Answer(interaction, caller),
        InteractionType.MessageComponent => buttons.Answer(interaction, caller),
        _ => Notice("I do not know this form. It may be from another version of me."),
    };

    private static InteractionResponse.Reply Notice(string sentence) => new(ReplyRenderer.Notice(Reply.Refused(sentence)));

    [LoggerMessage(LogLevel.Error, "The store did not do what interaction {Interaction} asked for")]
    private partial void LogNotStored(Exception failure, string interaction);
}
