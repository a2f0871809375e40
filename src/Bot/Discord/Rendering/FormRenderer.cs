using Bot.Chat.Moderation;
using Bot.Discord.Commands.Moderation;
using Bot.Discord.Protocol;

namespace Bot.Discord.Rendering;

/// <summary>A form as a modal.</summary>
internal static class FormRenderer
{
    private const int LongestTitle = 45;
    private const int LongestHint = 100;

    public static ModalForm Render(Form form) => new(ModeratorId.Write(form.Request), TextLength.Cut(form.Title, LongestTitle), [.. form.Fields.Select(Field)]);

    private static Component.Labelled Field(FormField field) => new()
    {
        Text = TextLength.Cut(field.Label, LongestTitle),
        Description = TextLength.Cut(field.Hint, LongestHint),
        Input = new Component.TextInput
        {
            CustomId = field.Name,
            Style = TextInputStyle.Short,
            Value = string.IsNullOrEmpty(field.Value) ? null : TextLength.Cut(QuotationText.OneLine(field.Value), field.Longest),
            Required = field.IsRequired,
            MaxLength = field.Longest,
        },
    };
}
