using Bot.Chat;
using Bot.Discord.Protocol;
using Bot.Discord.Rendering;
using Bot.Library;
using Lectures.Indexing;

namespace Bot.Discord.Commands;

/// <summary>Answers slash commands and the message command.</summary>
internal sealed class SlashCommands(
    AskHandler ask, LecturesHandler lectures, HelpHandler help, PrivacyHandler privacy, SuggestHandler names, AskChannels channels, Settings settings)
{
    public const int LecturesPerPage = 15;

    /// <summary>An asker's own choice counts, then the server's.</summary>
    public bool IsPublic(Interaction interaction, Caller caller) =>
        interaction.Data is { Type: null or CommandType.ChatInput, Name: ApplicationCommands.Ask }
        && !(Option(interaction, ApplicationCommands.Private)?.Flag ?? settings.Get(Caller.ServerOf(caller)).PrivateAnswers);

    public InteractionResponse Answer(Interaction interaction, Caller caller) => new InteractionResponse.Reply((interaction.Data?.Type ?? CommandType.ChatInput, interaction.Data?.Name) switch
    {
        (CommandType.ChatInput, ApplicationCommands.Ask) => Ask(interaction, caller),
        (CommandType.ChatInput, ApplicationCommands.Lectures) => Lectures(interaction, caller),
        (CommandType.ChatInput, ApplicationCommands.Help) => ReplyRenderer.Notice(help.Handle(caller)),
        (CommandType.ChatInput, ApplicationCommands.Privacy) => Privacy(interaction, caller),
        (CommandType.Message, ApplicationCommands.Find) => Find(interaction, caller),
        _ => Refused("I do not know this command. It may be from another version of me; restarting Discord shows the present ones."),
    });

    private MessageCreate Ask(Interaction interaction, Caller caller)
    {
        if (channels.Refusal(caller) is { } elsewhere)
        {
            return ReplyRenderer.Notice(elsewhere);
        }

        var typed = QuestionText.Of(Option(interaction, ApplicationCommands.Question)?.Text ?? "");
        if (TextLength.Of(typed) > ApplicationCommands.LongestQuestion)
        {
            return Refused("A question can have 400 characters at most. Please ask more briefly.");
        }

        var (series, speaker) = (Option(interaction, ApplicationCommands.Series)?.Text, Option(interaction, ApplicationCommands.Speaker)?.Text);
        var (knownSeries, knownSpeaker) = (series is null ? null : names.FindSeries(series, caller), speaker is null ? null : names.FindSpeaker(speaker, caller));
        if (series is not null && knownSeries is null)
        {
            return Refused("There is no such series in the library. Choose one from the list that opens while you type, or leave it out.");
        }

        if (speaker is not null && knownSpeaker is null)
        {
            return Refused("There is no such speaker in the library. Choose one from the list that opens while you type, or leave it out.");
        }

        var scope = new Scope(knownSeries is null ? null : Scope.KeyOf(knownSeries), knownSpeaker is null ? null : Scope.KeyOf(knownSpeaker));
        var request = new Request(typed) { Scope = scope, IsNew = true };
        return AnswerRenderer.Render(ask.Handle(request, caller), request, isPrivate: !IsPublic(interaction, caller));
    }

    private MessageCreate Find(Interaction interaction, Caller caller)
    {
        var data = interaction.Data;
        var message = data?.TargetId is { } id && data.Resolved?.Messages is { } messages && messages.TryGetValue(id, out var target) ? target : null;
        var text = QuestionText.Of(message?.Content ?? "");
        if (text.Length == 0)
        {
            return Refused("This message holds no text that I could look for. Ask with /ask.");
        }

        var request = new Request(QuestionText.Shortened(text, ApplicationCommands.LongestQuestion)) { IsNew = true };
        return AnswerRenderer.Render(ask.Handle(request, caller), request, isPrivate: true);
    }

    private MessageCreate Privacy(Interaction interaction, Caller caller) => interaction.Data?.Options is [{ Name: ApplicationCommands.Erase }]
        ? ReplyRenderer.Notice(new Reply(ReplyKind.Answered, [new Block.Text("Erase your questions and ratings, in all servers and for good? Answers that stand in channels stay there.")])) with
        {
            Components = [new Component.ActionRow { Components = [Component.Button.Action(ButtonId.Write(new ButtonAction.Forget()), "Erase", ButtonStyle.Danger)] }],
        }
        : ReplyRenderer.Notice(privacy.Show(caller));

    private MessageCreate Lectures(Interaction interaction, Caller caller)
    {
        var series = Option(interaction, ApplicationCommands.Series)?.Text;
        var known = series is null ? null : names.FindSeries(series, caller);
        if (series is not null && known is null)
        {
            return Refused("There is no such series in the library. Choose one from the list that opens while you type, or leave it out.");
        }

        var key = known is null ? null : Scope.KeyOf(known);
        return LecturesRenderer.Render(lectures.Handle(caller, key, page: 0, LecturesPerPage), key, page: 0);
    }

    private static InteractionOption? Option(Interaction interaction, string name) =>
        interaction.Data?.Options?.FirstOrDefault(option => option.Name == name);

    private static MessageCreate Refused(string sentence) => ReplyRenderer.Notice(Reply.Refused(sentence));
}
