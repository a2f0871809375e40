using System.Globalization;
using Bot.Chat;
using Bot.Discord.Delivery;
using Bot.Discord.Protocol;
using Bot.Discord.Rendering;

namespace Bot.Discord.Commands;

/// <summary>The one handler of both deliveries: from an interaction to its answer.</summary>
internal sealed class InteractionRouter(SlashCommands commands, Buttons buttons, Autocomplete autocomplete, Cooldowns cooldowns)
{
    public async Task HandleAsync(Interaction interaction, RespondAsync respond, CancellationToken cancellation) =>
        await respond(Answer(interaction), cancellation);

    /// <summary>Who will see the answer, should it take long.</summary>
    public static Deferral Choose(Interaction interaction) => interaction.Type switch
    {
        InteractionType.ApplicationCommand when SlashCommands.IsPublic(interaction) => Deferral.PublicReply,
        InteractionType.MessageComponent => Buttons.Choose(interaction),
        _ => Deferral.PrivateReply,
    };

    private InteractionResponse Answer(Interaction interaction)
    {
        if (interaction.Type == InteractionType.Autocomplete)
        {
            return autocomplete.Answer(interaction);
        }

        var caller = Callers.Of(interaction);
        if (cooldowns.Take(caller) is { } wait)
        {
            return Notice(string.Create(CultureInfo.InvariantCulture, $"That is a lot in a short time. Please give me {wait.TotalSeconds:0} s and then ask again."));
        }

        return interaction.Type switch
        {
            InteractionType.ApplicationCommand => commands.Answer(interaction, caller),
            InteractionType.MessageComponent => buttons.Answer(interaction, caller),
            _ => Notice("I do not know this form. It may be from another version of me."),
        };
    }

    private static InteractionResponse.Reply Notice(string sentence) => new(ReplyRenderer.Notice(Reply.Refused(sentence)));
}
