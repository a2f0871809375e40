using System.Globalization;
using Bot.Chat;
using Bot.Discord.Commands;
using Bot.Discord.Protocol;
using Lectures.Answers;
using Lectures.Indexing;

namespace Bot.Discord.Rendering;

/// <summary>
/// An answer as one embed: the best excerpt, up to two shorter ones, and in the footer the question. A footer is not markdown, so the
/// question stands there letter by letter and can be read back; Components V2 have no such place, and 4,000 characters against 6,000.
/// </summary>
internal static class AnswerRenderer
{
    private const int AnswerColor = 0x2E6F9E;
    private const int NotFoundColor = 0x8A8F98;

    public static MessageCreate Render(Reply reply, Request request, bool isPrivate)
    {
        if (reply.Kind == ReplyKind.Refused)
        {
            return ReplyRenderer.Notice(reply);
        }

        var quotations = reply.Blocks.OfType<Block.Quotation>().ToList();
        var description = quotations.Count > 0 ? Quotations(quotations, reply.Blocks.OfType<Block.Text>().FirstOrDefault()) : ReplyRenderer.Markdown(reply.Blocks);
        return Message(description, quotations.Count > 0, request.Question, isPrivate, [.. Rows(quotations, reply, request, isPrivate)]);
    }

    /// <param name="question">Null if the message it was read from has lost it.</param>
    public static MessageCreate RenderOne(Reply reply, string? question, bool isPrivate)
    {
        if (reply.Blocks is not [Block.Quotation { Excerpt: var excerpt }])
        {
            return ReplyRenderer.Notice(reply);
        }

        var buttons = Own(excerpt, question is not null);
        if (isPrivate)
        {
            buttons.Add(Action(new ButtonAction.ShareExcerpt(ExcerptPlace.Of(excerpt)), "Share"));
        }

        return Message($"{QuotationText.Full(excerpt)}\n{QuotationText.Cite(excerpt.Citation)}", isAnswer: true, question, isPrivate, [Row(buttons)]);
    }

    private static MessageCreate Message(string description, bool isAnswer, string? question, bool isPrivate, IReadOnlyList<Component> rows) => new()
    {
        Embeds =
        [
            new Embed
            {
                Description = TextLength.Cut(description, ReplyRenderer.MostOfDescription),
                Color = isAnswer ? AnswerColor : NotFoundColor,
                Footer = string.IsNullOrEmpty(question) ? null : new EmbedFooter(question),
            },
        ],
        Components = rows.Count > 0 ? rows : null,
        Flags = isPrivate ? MessageFlags.Ephemeral : null,
    };

    /// <summary>Worst case, every character escaped, the three still fit: (400 + 2 × 400) × 3; the shorter ones give way to what is longer.</summary>
    /// <param name="note">Said small below them, where there is room.</param>
    private static string Quotations(List<Block.Quotation> quotations, Block.Text? note)
    {
        var best = quotations[0];
        var text = $"{(best.Rank > 1 ? Number(best) : "")}{QuotationText.Full(best.Excerpt)}\n{QuotationText.Cite(best.Excerpt.Citation)}";
        var others = quotations.Skip(1).Select(static quotation => $"\n\n{Number(quotation)}{QuotationText.Short(quotation.Excerpt)}\n{QuotationText.Cite(quotation.Excerpt.Citation)}");
        foreach (var next in note is null ? others : others.Append($"\n\n-# {MarkdownEscape.Inline(QuotationText.OneLine(note.Words))}"))
        {
            if (text.Length + next.Length <= ReplyRenderer.MostOfDescription)
            {
                text += next;
            }
        }

        return text;
    }

    private static string Number(Block.Quotation quotation) => string.Create(CultureInfo.InvariantCulture, $"{quotation.Rank}\\. ");

    private static IEnumerable<Component> Rows(List<Block.Quotation> quotations, Reply reply, Request request, bool isPrivate)
    {
        var first = new List<Component>();
        if (request.From > 1)
        {
            first.Add(Page(Math.Max(1, request.From - reply.PageSize), request.Scope, "◀"));
        }

        if (reply.HasMore)
        {
            first.Add(Page(request.From + reply.PageSize, request.Scope, "▶"));
        }

        if (quotations.Count > 0)
        {
            first.AddRange(Own(quotations[0].Excerpt, hasQuestion: true));
        }

        if (first.Count > 0)
        {
            yield return Row(first);
        }

        // What a lecture says twice in the same words is one place by its id, and Discord refuses a message with an id twice.
        var second = quotations.Skip(1).DistinctBy(static quotation => ExcerptPlace.Of(quotation.Excerpt)).Select(static quotation => (Component)Action(
            new ButtonAction.Open(ExcerptPlace.Of(quotation.Excerpt)), string.Create(CultureInfo.InvariantCulture, $"Open {quotation.Rank}"))).ToList();
        if (isPrivate && quotations.Count > 0)
        {
            second.Add(Action(new ButtonAction.SharePage(request.From, request.Scope), "Share"));
        }

        if (second.Count > 0)
        {
            yield return Row(second);
        }

        if (reply.CanBeRated && quotations.Count > 0)
        {
            var place = ExcerptPlace.Of(quotations[0].Excerpt);
            yield return Row([Rating(place, isHelpful: true, "Helpful", "👍"), Rating(place, isHelpful: false, "Not helpful", "👎")]);
        }
    }

    private static Component.Button Rating(ExcerptPlace place, bool isHelpful, string label, string emoji) =>
        Action(new ButtonAction.Rate(place, isHelpful), label) with { Emoji = new ButtonEmoji(emoji) };

    private static List<Component> Own(Excerpt excerpt, bool hasQuestion)
    {
        var id = excerpt.Passage.Id;
        var buttons = new List<Component>
        {
            Action(new ButtonAction.Context(id, ContextStep.Open), "Context"),
            Action(new ButtonAction.Cite(ExcerptPlace.Of(excerpt)), "Cite"),
        };
        if (hasQuestion)
        {
            buttons.Add(Action(new ButtonAction.Why(id), "Why"));
        }

        return buttons;
    }

    private static Component.Button Page(int from, Scope scope, string label) => Action(new ButtonAction.Page(from, scope), label);

    private static Component.Button Action(ButtonAction action, string label) => Component.Button.Action(ButtonId.Write(action), label);

    private static Component.ActionRow Row(IReadOnlyList<Component> buttons) => new() { Components = buttons };
}
