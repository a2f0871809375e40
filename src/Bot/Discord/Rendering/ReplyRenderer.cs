using System.Diagnostics;
using Bot.Chat;
using Bot.Discord.Protocol;

namespace Bot.Discord.Rendering;

/// <summary>Replies without buttons: one embed, private.</summary>
internal static class ReplyRenderer
{
    /// <summary>Discord takes 4,096.</summary>
    public const int MostOfDescription = 4_000;

    private const int MostOfName = 120;
    private const int MostOfRemark = 600;

    public static MessageCreate Notice(Reply reply) => new()
    {
        Embeds = [new Embed { Description = TextLength.Cut(Markdown(reply.Blocks), MostOfDescription) }],
        Flags = MessageFlags.Ephemeral,
    };

    public static string Markdown(IEnumerable<Block> blocks)
    {
        var parts = new List<string>();
        foreach (var block in blocks)
        {
            var part = Markdown(block);
            if (parts.Sum(static other => other.Length + 1) + part.Length > MostOfDescription)
            {
                break;
            }

            parts.Add(part);
        }

        return string.Join('\n', parts);
    }

    private static string Markdown(Block block) => block switch
    {
        Block.Text text => MarkdownEscape.Inline(text.Words),
        Block.Item { Remark.Length: 0 } item => $"• {Escaped(item.Name, MostOfName)}",
        Block.Item item => $"• **{Escaped(item.Name, MostOfName)}** · {Escaped(item.Remark, MostOfRemark)}",
        Block.Copyable copyable => $"**{Escaped(copyable.Name, MostOfName)}**\n```\n{Fenced(copyable.Words)}\n```",
        Block.Quotation quotation => $"{QuotationText.Full(quotation.Excerpt)}\n{QuotationText.Cite(quotation.Excerpt.Citation)}",
        Block.Surroundings around => MarkdownEscape.Inline(TextLength.Cut(around.Passage.Text, MostOfRemark)),
        _ => throw new UnreachableException(),
    };

    private static string Escaped(string text, int most) => MarkdownEscape.Inline(TextLength.Cut(QuotationText.OneLine(text), most));

    // Inside a fence nothing is markdown but its own end.
    private static string Fenced(string text) => TextLength.Cut(MarkdownEscape.Clean(text).Replace('`', '\''), MostOfRemark);
}
