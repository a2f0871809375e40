using Bot.Chat;
using Bot.Chat.Moderation;
using Bot.Discord.Delivery;
using Bot.Discord.Protocol;
using Bot.Discord.Rendering;
using Bot.Library;

namespace Bot.Discord.Commands.Moderation;

/// <summary>Answers moderators' commands, buttons, selects and forms. Nothing of an interaction is read before it is known whose it is.</summary>
internal sealed class ModeratorInteractions(ModeratorHandler handler, UploadReader uploads)
{
    public static bool IsOurs(Interaction interaction) => interaction.Type switch
    {
        InteractionType.ApplicationCommand or InteractionType.Autocomplete => ModeratorCommands.Names.Contains(interaction.Data?.Name ?? ""),
        InteractionType.MessageComponent or InteractionType.ModalSubmit => ModeratorId.IsOurs(interaction.Data?.CustomId),
        _ => false,
    };

    /// <summary>A button changes its message, but for those that hand out a file.</summary>
    public static Deferral Choose(Interaction interaction) =>
        interaction.Type == InteractionType.MessageComponent && ModeratorReader.Component(interaction) is not (null or ModeratorRequest.UnansweredFile or ModeratorRequest.AskDetails)
            ? Deferral.Update
            : Deferral.PrivateReply;

    public async Task<(InteractionResponse Response, ReindexJob? Running)> AnswerAsync(Interaction interaction, Caller caller, CancellationToken cancellation)
    {
        if (Moderator.Of(caller) is not { } moderator)
        {
            return (Notice(caller.ServerId is null
                ? "Libraries are kept in a server that has installed me, and nowhere else."
                : "This is for the moderators of this server: members with Manage Server, and those with the role that they have chosen."), null);
        }

        var reply = await ReplyAsync(interaction, moderator, cancellation);
        return (Response(interaction, reply), reply.Running);
    }

    private async Task<Reply> ReplyAsync(Interaction interaction, Moderator moderator, CancellationToken cancellation)
    {
        if (interaction.Type == InteractionType.ApplicationCommand && new ModeratorOptions(interaction).Command == "library add")
        {
            return await uploads.ReadAsync(interaction, add => handler.HandleAsync(moderator, add, cancellation), cancellation)
                ?? Reply.Refused("Several uploads are being read just now. Please try again in a minute.");
        }

        var request = interaction.Type switch
        {
            InteractionType.ApplicationCommand => ModeratorReader.Command(interaction),
            InteractionType.MessageComponent => ModeratorReader.Component(interaction),
            InteractionType.ModalSubmit => ModeratorReader.Form(interaction),
            _ => null,
        };
        return request is null
            ? Reply.Refused("I do not know this. It may be from another version of me; /help lists what there is.")
            : await handler.HandleAsync(moderator, request, cancellation);
    }

    private static InteractionResponse Response(Interaction interaction, Reply reply)
    {
        if (reply.Form is { } form)
        {
            return new InteractionResponse.Modal(FormRenderer.Render(form));
        }

        var message = OfferRenderer.Render(reply);
        return Choose(interaction) == Deferral.Update && reply.Kind != ReplyKind.Refused
            ? new InteractionResponse.Update(message.ToEdit())
            : new InteractionResponse.Reply(message);
    }

    private static InteractionResponse.Reply Notice(string sentence) => new(ReplyRenderer.Notice(Reply.Refused(sentence)));
}
