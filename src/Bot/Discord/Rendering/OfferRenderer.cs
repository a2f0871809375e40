using System.Diagnostics;
using Bot.Chat;
using Bot.Chat.Moderation;
using Bot.Discord.Commands.Moderation;
using Bot.Discord.Protocol;

namespace Bot.Discord.Rendering;

/// <summary>A reply to a moderator with what it offers to do next. Always private.</summary>
internal static class OfferRenderer
{
    private const int PerRow = 5;
    private const int MostRows = 5;
    private const int LongestLabel = 80;
    private const int LongestOption = 100;

    // Text channels, news, and the threads' own kinds are left to the channel they belong to.
    private static readonly int[] TextChannels = [0, 5];

    public static MessageCreate Render(Reply reply)
    {
        var notice = ReplyRenderer.Notice(reply);
        var rows = reply.Offers.OfType<Offer.Step>().Select(Button).Chunk(PerRow)
            .Select(static buttons => new Component.ActionRow { Components = buttons })
            .Concat(reply.Offers.Where(static offer => offer is not Offer.Step).Select(static offer => new Component.ActionRow { Components = [Select(offer)] }))
            .Take(MostRows).ToList();
        return notice with
        {
            Components = rows.Count > 0 ? rows : null,
            Files = reply.File is { } file ? [new FileUpload(file.Name, file.ContentType, file.Content)] : [],
        };
    }

    private static Component Button(Offer.Step step) => Component.Button.Action(
        ModeratorId.Write(step.Request), TextLength.Cut(step.Label, LongestLabel), step.IsWeighty ? ButtonStyle.Danger : ButtonStyle.Secondary);

    private static Component Select(Offer offer) => offer switch
    {
        Offer.Choice choice => new Component.StringSelect
        {
            CustomId = ModeratorId.Choose,
            Placeholder = choice.Prompt,
            Options = [.. choice.Options.Select(static option => new SelectOption(Line(option.Label) ?? "–", ModeratorId.Write(option.Request), Line(option.Remark), option.IsPresent ? true : null))],
        },
        Offer.Role role => new Component.RoleSelect
        {
            CustomId = ModeratorId.Pick(role.Setting),
            Placeholder = role.Prompt,
            DefaultValues = role.Present is { } present ? [new SelectDefault(present, "role")] : null,
        },
        Offer.Channels channels => new Component.ChannelSelect
        {
            CustomId = ModeratorId.Pick(channels.Setting),
            Placeholder = channels.Prompt,
            ChannelTypes = TextChannels,
            MaxValues = channels.Most,
            DefaultValues = channels.Present.Count > 0 ? [.. channels.Present.Take(channels.Most).Select(static channel => new SelectDefault(channel, "channel"))] : null,
        },
        _ => throw new UnreachableException(),
    };

    /// <summary>Options are no markdown; null where nothing is left.</summary>
    private static string? Line(string text) =>
        QuotationText.OneLine(MarkdownEscape.Clean(text)) is { Length: > 0 } line ? TextLength.Cut(line, LongestOption) : null;
}
