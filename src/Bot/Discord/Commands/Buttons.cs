using System.Diagnostics;
using Bot.Chat;
using Bot.Discord.Delivery;
using Bot.Discord.Protocol;
using Bot.Discord.Rendering;

namespace Bot.Discord.Commands;

/// <summary>Answers buttons, from their id and the message they stand under alone.</summary>
internal sealed class Buttons(
    AskHandler ask, ExcerptHandler excerpts, ContextHandler context, CiteHandler cite, WhyHandler why, LecturesHandler lectures, RateHandler rate, PrivacyHandler privacy, AskChannels channels)
{
    public static Deferral Choose(Interaction interaction) => ButtonId.Read(interaction.Data?.CustomId) switch
    {
        ButtonAction.Page when IsAsker(interaction) => Deferral.Update,
        ButtonAction.Context { Step: not ContextStep.Open } => Deferral.Update,
        ButtonAction.Lectures => Deferral.Update,
        ButtonAction.SharePage or ButtonAction.ShareExcerpt => Deferral.PublicReply,
        _ => Deferral.PrivateReply,
    };

    public InteractionResponse Answer(Interaction interaction, Caller caller) => ButtonId.Read(interaction.Data?.CustomId) switch
    {
        ButtonAction.Page page => Question(interaction) is { } question
            ? Page(interaction, new Request(question) { Scope = page.Scope, From = page.From }, caller)
            : Lost(),
        ButtonAction.SharePage or ButtonAction.ShareExcerpt when channels.Refusal(caller) is { } refusal => Reply(ReplyRenderer.Notice(refusal)),
        ButtonAction.SharePage page => Question(interaction) is { } question ? Share(new Request(question) { Scope = page.Scope, From = page.From }, caller) : Lost(),
        ButtonAction.Open open => Reply(AnswerRenderer.RenderOne(excerpts.Handle(open.Place, caller), Question(interaction), isPrivate: true)),
        ButtonAction.ShareExcerpt share => Reply(AnswerRenderer.RenderOne(excerpts.Handle(share.Place, caller), Question(interaction), isPrivate: false)),
        ButtonAction.Context { Step: ContextStep.Open } open => Reply(ContextRenderer.Render(context.Handle(open.PassageId, caller))),
        ButtonAction.Context step => Change(ContextRenderer.Render(context.Handle(step.PassageId, caller))),
        ButtonAction.Cite place => Reply(ReplyRenderer.Notice(cite.Handle(place.Place, caller))),
        ButtonAction.Why reason => Question(interaction) is { } question ? Reply(ReplyRenderer.Notice(why.Handle(question, reason.PassageId, caller))) : Lost(),
        ButtonAction.Lectures list => Change(
            LecturesRenderer.Render(lectures.Handle(caller, list.SeriesKey, list.Number, SlashCommands.LecturesPerPage), list.SeriesKey, list.Number)),
        ButtonAction.Rate rating => Question(interaction) is { } question
            ? Reply(ReplyRenderer.Notice(rate.Handle(question, rating.Place, rating.IsHelpful, caller)))
            : Lost(),
        ButtonAction.Forget => Reply(ReplyRenderer.Notice(privacy.Erase(caller))),
        null => Notice("I do not know this button. It may be from an older version of me; please ask again."),
        _ => throw new UnreachableException(),
    };

    /// <summary>The asker leafs in the message; others get a page of their own.</summary>
    private InteractionResponse Page(Interaction interaction, Request request, Caller caller)
    {
        var reply = ask.Handle(request, caller);
        var isAsker = IsAsker(interaction);
        var message = AnswerRenderer.Render(reply, request, isPrivate: IsPrivate(interaction) || !isAsker);
        return isAsker && reply.Kind != ReplyKind.Refused ? new InteractionResponse.Update(message.ToEdit()) : Reply(message);
    }

    private InteractionResponse.Reply Share(Request request, Caller caller) => Reply(AnswerRenderer.Render(ask.Handle(request, caller), request, isPrivate: false));

    // A passage that is gone must not take away what can still be read: the message stays, the reason comes beside it.
    private static InteractionResponse Change(MessageCreate message) =>
        message.Components is { Count: > 0 } ? new InteractionResponse.Update(message.ToEdit()) : Reply(message);

    private static string? Question(Interaction interaction) =>
        interaction.Message?.Embeds is [{ Footer.Text: { Length: > 0 } question }, ..] ? QuestionText.Of(question) : null;

    private static bool IsPrivate(Interaction interaction) => interaction.Message?.Flags?.HasFlag(MessageFlags.Ephemeral) == true;

    private static bool IsAsker(Interaction interaction) =>
        IsPrivate(interaction) || (interaction.Message?.InteractionMetadata?.User?.Id is { } asker && asker == interaction.Invoker?.Id);

    private static InteractionResponse.Reply Lost() => Notice("The question has gone from this message; somebody may have removed its embed. Please ask again.");

    private static InteractionResponse.Reply Notice(string sentence) => Reply(ReplyRenderer.Notice(Bot.Chat.Reply.Refused(sentence)));

    private static InteractionResponse.Reply Reply(MessageCreate message) => new(message);
}
