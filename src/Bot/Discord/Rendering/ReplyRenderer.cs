using System.Diagnostics;
using System.Globalization;
using Bot.Chat;
using Bot.Chat.Moderation;
using Bot.Discord.Protocol;
using Bot.Storage;

namespace Bot.Discord.Rendering;

/// <summary>Replies without buttons: one embed, private.</summary>
internal static class ReplyRenderer
{
    /// <summary>Discord takes 4,096.</summary>
    public const int MostOfDescription = 4_000;

    private const int MostOfName = 120;
    private const int MostOfRemark = 600;
    private const int MostOfChange = 200;
    private const int BarLength = 12;

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
        Block.Heading heading => $"### {Escaped(heading.Words, MostOfName)}",
        Block.Item { Remark.Length: 0 } item => $"• {Escaped(item.Name, MostOfName)}",
        Block.Item item => $"• **{Escaped(item.Name, MostOfName)}** · {Escaped(item.Remark, MostOfRemark)}",
        Block.Copyable copyable => $"**{Escaped(copyable.Name, MostOfName)}**\n```\n{Fenced(copyable.Words)}\n```",
        Block.Quotation quotation => $"{QuotationText.Full(quotation.Excerpt)}\n{QuotationText.Cite(quotation.Excerpt.Citation)}",
        Block.Bar bar => $"`{Bar(bar.Share)}` **{Escaped(bar.Name, MostOfName)}** · {Escaped(bar.Remark, MostOfRemark)}",
        Block.Reference reference => $"• **{Escaped(reference.Name, MostOfName)}** · {string.Join(' ', reference.Ids.Where(IsId).Select(id => Mention(reference.Kind, id)))}",
        Block.Change { Entry: var entry } => string.Create(
            CultureInfo.InvariantCulture, $"<t:{entry.At.ToUnixTimeSeconds()}:f> · {Who(entry.Actor)} · {Escaped(entry.Action, MostOfName)} · **{Escaped(entry.Subject, MostOfName)}**{Step(entry)}"),
        Block.Surroundings around => MarkdownEscape.Inline(TextLength.Cut(around.Passage.Text, MostOfRemark)),
        _ => throw new UnreachableException(),
    };

    private static string Step(AuditEntry entry) => ChangeText.Step(entry) is { Length: > 0 } step ? $" · {Escaped(step, MostOfChange)}" : "";

    private static string Bar(double share)
    {
        var full = (int)Math.Round(Math.Clamp(share, 0, 1) * BarLength);
        return new string('█', full) + new string('░', BarLength - full);
    }

    // Nobody is pinged by these: every message says so.
    private static string Mention(ReferenceKind kind, string id) => kind switch
    {
        ReferenceKind.Member => $"<@{id}>",
        ReferenceKind.Role => $"<@&{id}>",
        ReferenceKind.Channel => $"<#{id}>",
        _ => throw new UnreachableException(),
    };

    private static string Who(string actor) => IsId(actor) ? Mention(ReferenceKind.Member, actor) : Escaped(actor, MostOfName);

    private static bool IsId(string text) => text.Length is > 0 and <= 20 && text.All(char.IsAsciiDigit);

    private static string Escaped(string text, int most) => MarkdownEscape.Inline(TextLength.Cut(QuotationText.OneLine(text), most));

    // Inside a fence nothing is markdown but its own end.
    private static string Fenced(string text) => TextLength.Cut(MarkdownEscape.Clean(text).Replace('`', '\''), MostOfRemark);
}
