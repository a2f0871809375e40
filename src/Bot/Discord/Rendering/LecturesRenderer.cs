using Bot.Chat;
using Bot.Discord.Commands;
using Bot.Discord.Protocol;

namespace Bot.Discord.Rendering;

/// <summary>A page of the list of lectures. Always private.</summary>
internal static class LecturesRenderer
{
    public static MessageCreate Render(Reply reply, string? seriesKey, int page)
    {
        var buttons = new List<Component>();
        if (reply.Kind == ReplyKind.Answered && page > 0)
        {
            buttons.Add(Component.Button.Action(ButtonId.Write(new ButtonAction.Lectures(page - 1, seriesKey)), "◀"));
        }

        if (reply.HasMore)
        {
            buttons.Add(Component.Button.Action(ButtonId.Write(new ButtonAction.Lectures(page + 1, seriesKey)), "▶"));
        }

        var notice = ReplyRenderer.Notice(reply);
        return buttons.Count > 0 ? notice with { Components = [new Component.ActionRow { Components = buttons }] } : notice;
    }
}
