using Bot.Library;

namespace Bot.Chat.Moderation;

/// <summary>A server's own table of other names.</summary>
internal sealed class NamesHandler(ServerNames names)
{
    private const int PerPage = 20;

    public Reply Add(Moderator who, string line) => names.Add(who.Server, who.UserId, line) switch
    {
        ChangeResult.Changed => new Reply(ReplyKind.Answered, [new Block.Text("Added. It counts from the next question on, in this server alone."), new Block.Item(line, "")]),
        ChangeResult.Unchanged => Reply.Refused("These names are in the table already."),
        ChangeResult.Refused refused => Reply.Refused(refused.Reason),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public Reply Remove(Moderator who, string line) => names.Remove(who.Server, who.UserId, line) is ChangeResult.Changed
        ? new Reply(ReplyKind.Answered, [new Block.Text("Removed."), new Block.Item(line, "")])
        : Reply.Refused("This server has no such line. Choose one from the list that opens while you type.");

    public Reply List(Moderator who, int page)
    {
        var (shown, at, pages) = ListPage.Of(names.All(who.Server), page, PerPage);
        return new Reply(ReplyKind.Answered, shown.Count == 0
            ? [new Block.Text("This server has no names of its own; the table that all servers share counts. /names add adds a line such as “Peking = Beijing”.")]
            : [.. shown.Select(static line => new Block.Item(line, ""))])
        {
            Offers = [.. ListPage.Steps(at, at + 1 < pages, static next => new ModeratorRequest.Names(next))],
        };
    }

    public IEnumerable<string> Suggest(Moderator who, string typed) => names.All(who.Server).Where(line => line.Contains(typed.Trim(), StringComparison.OrdinalIgnoreCase));
}
