namespace Bot.Discord.Rendering;

/// <summary>
/// A question as it is asked and shown: on one line, without what cannot be seen. It stands in the footer of its answer and is read
/// from there again, so doing this twice gives the same.
/// </summary>
internal static class QuestionText
{
    // Discord takes 2,048 in a footer; what is forged beyond is refused later with a reason.
    private const int Most = 8_000;

    public static string Of(string typed) =>
        string.Join(' ', MarkdownEscape.Clean(typed.Length > Most ? typed[..Most] : typed).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string Shortened(string question, int most) => TextLength.Of(question) <= most ? question : TextLength.Cut(question, most);
}
