using Bot.Chat;
using Bot.Discord.Commands.Moderation;
using Bot.Discord.Protocol;
using Bot.Discord.Rendering;
using Lectures.Indexing;

namespace Bot.Discord.Commands;

/// <summary>Choices for the option that is being typed.</summary>
internal sealed class Autocomplete(SuggestHandler suggest, ModeratorAutocomplete moderators)
{
    private const int Longest = 100;
    private const int Most = 25;

    public InteractionResponse Answer(Interaction interaction, Caller caller)
    {
        if (ModeratorInteractions.IsOurs(interaction))
        {
            return List(moderators.Choices(interaction, caller).Where(static choice => TextLength.Of(choice.Value) <= Longest).Take(Most).Select(static choice => Choice(choice.Label, choice.Value)));
        }

        var typing = interaction.Data?.Options?.FirstOrDefault(static option => option.Focused == true);
        var typed = typing?.Text ?? "";
        var choices = typing?.Name switch
        {
            // What is asked is what was chosen, letter by letter, so a heading that would have to be cut is not offered.
            ApplicationCommands.Question => suggest.Questions(typed, caller).Where(static heading => TextLength.Of(heading) <= Longest).Select(static heading => Choice(heading, heading)),
            ApplicationCommands.Series => suggest.Series(typed, caller).Select(Named),
            ApplicationCommands.Speaker => suggest.Speakers(typed, caller).Select(Named),
            _ => [],
        };
        return List(choices);
    }

    private static InteractionResponse.Choices List(IEnumerable<CommandChoice> choices) => new(new ChoiceList([.. choices.Where(static choice => choice.Name.Length > 0)]));

    private static CommandChoice Named(string name) => Choice(name, TextLength.Of(name) <= Longest ? name : Scope.KeyOf(name));

    private static CommandChoice Choice(string name, string value) =>
        CommandChoice.Of(TextLength.Cut(MarkdownEscape.Clean(name).ReplaceLineEndings(" ").Trim(), Longest), value);
}
