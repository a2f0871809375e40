using Bot.Chat;
using Bot.Discord.Commands;
using Bot.Discord.Protocol;
using Lectures.Passages;
using Lectures.Transcripts;

namespace Bot.Discord.Rendering;

/// <summary>A passage, quoted, between its neighbours, with a way further in both directions. Always private.</summary>
internal static class ContextRenderer
{
    private const int MostOfNeighbour = 1_100;
    private const int MostOfPassage = 1_500;

    public static MessageCreate Render(Reply reply)
    {
        if (reply.Blocks is not [Block.Surroundings around])
        {
            return ReplyRenderer.Notice(reply);
        }

        var buttons = new List<Component>();
        if (around.Before is { } before)
        {
            buttons.Add(Component.Button.Action(ButtonId.Write(new ButtonAction.Context(before.Id, ContextStep.Earlier)), "◀ Earlier"));
        }

        if (around.After is { } after)
        {
            buttons.Add(Component.Button.Action(ButtonId.Write(new ButtonAction.Context(after.Id, ContextStep.Later)), "Later ▶"));
        }

        return new MessageCreate
        {
            Embeds = [new Embed { Description = Fitting(around) }],
            // Empty for a lecture of one passage: nothing leads further.
            Components = buttons.Count > 0 ? [new Component.ActionRow { Components = buttons }] : null,
            Flags = MessageFlags.Ephemeral,
        };
    }

    /// <summary>Text full of characters that are escaped takes more room; then less of it is shown.</summary>
    private static string Fitting(Block.Surroundings around)
    {
        for (var part = 1; ; part++)
        {
            var text = Text(around, part);
            if (text.Length <= ReplyRenderer.MostOfDescription || part == 4)
            {
                return TextLength.Cut(text, ReplyRenderer.MostOfDescription);
            }
        }
    }

    private static string Text(Block.Surroundings around, int part)
    {
        var (passage, text) = (around.Passage, around.Passage.Transcript.Text);
        var parts = new List<string>();
        if (around.Before is { } before && before.Span.Start < passage.Span.Start)
        {
            parts.Add(MarkdownEscape.Inline(End(passage, new TextSpan(before.Span.Start, Math.Min(before.Span.End, passage.Span.Start)), MostOfNeighbour / part)));
        }

        parts.Add($"> {MarkdownEscape.Inline(TextLength.Cut(QuotationText.OneLine(passage.Text), MostOfPassage / part))}");
        if (around.After is { } after && after.Span.End > passage.Span.End)
        {
            var span = new TextSpan(Math.Max(after.Span.Start, passage.Span.End), after.Span.End);
            parts.Add(MarkdownEscape.Inline(TextLength.Cut(QuotationText.OneLine(span.In(text)), MostOfNeighbour / part)));
        }

        parts.Add(QuotationText.Cite(Citation.Of(passage, passage.Span)));
        return string.Join("\n\n", parts);
    }

    /// <summary>The last sentences that fit: what stands next to the passage matters most.</summary>
    private static string End(Passage passage, TextSpan span, int most)
    {
        var text = passage.Transcript.Text;
        if (span.Length <= most)
        {
            return QuotationText.OneLine(span.In(text));
        }

        var first = passage.Transcript.Sentences.FirstOrDefault(sentence => sentence.Start >= span.End - most && sentence.End <= span.End);
        return first.Length > 0
            ? "… " + QuotationText.OneLine(text[first.Start..span.End])
            : TextLength.Cut(QuotationText.OneLine(span.In(text)), most);
    }
}
