using System.Globalization;
using Bot.Library;

namespace Bot.Chat.Moderation;

/// <summary>Shows a server's library, takes lectures out of it and back.</summary>
internal sealed class LectureHandler(LectureShelf shelf, LectureChanges changes, LectureLookup lookup, AuditLog audit)
{
    public const string Busy = "This server's library is being changed by somebody else just now. Try again in a minute; /reindex status shows a run that is under way.";

    private const int PerPage = 10;
    private const int MostVersions = 5;

    public Reply Show(Moderator who, string typed)
    {
        if (lookup.Find(who.Server, typed) is not { } card)
        {
            return Reply.Refused(LectureLookup.Unknown);
        }

        var blocks = new List<Block>();
        blocks.AddRange(LectureText.Details(card.Understood));
        blocks.Add(new Block.Item("Is", State(card.Lecture)));
        blocks.AddRange(card.Versions.Take(MostVersions).Select(static version => new Block.Item(
            string.Create(CultureInfo.InvariantCulture, $"Version {version.Number}"), $"{version.FileName} · {LectureText.Day(version.PublishedAt)}")));
        blocks.Add(new Block.Item("Begins", string.Join(' ', card.FirstLines)));
        return new Reply(ReplyKind.Answered, blocks) { Offers = [.. Offers(card)] };
    }

    public Reply List(Moderator who, ModeratorRequest.List list)
    {
        var page = shelf.List(who.Server, list.Filter, list.Page, PerPage);
        var removed = shelf.Removed(who.Server).Count;
        var blocks = new List<Block>
        {
            new Block.Text(string.Create(CultureInfo.InvariantCulture, $"{LectureText.Count(page.Total, "lecture")}{(list.Filter.Length > 0 ? $" with “{list.Filter}”" : "")}, page {page.Page + 1} of {page.Pages}.")),
        };
        blocks.AddRange(page.Lectures.Select(static lecture => new Block.Item(lecture.Title, LectureText.About(lecture))));
        if (removed > 0)
        {
            blocks.Add(new Block.Text($"{LectureText.Count(removed, "lecture")} can be brought back with /library restore."));
        }

        return new Reply(ReplyKind.Answered, blocks) { Offers = [.. ListPage.Steps(page.Page, page.Page + 1 < page.Pages, next => list with { Page = next })] };
    }

    public async Task<Reply> RemoveAsync(Moderator who, ModeratorRequest.Remove remove, CancellationToken cancellation)
    {
        if (lookup.Find(who.Server, remove.Lecture)?.Lecture is not { } lecture)
        {
            return Reply.Refused(LectureLookup.Unknown);
        }

        if (lecture is { IsShared: true } or { RemovedAt: not null })
        {
            return Reply.Refused(lecture.IsShared ? Shared : $"{lecture.Title} was removed already.");
        }

        return remove.IsSure
            ? Removed(await changes.RemoveAsync(who.Server, who.UserId, lecture.Id, cancellation))
            : new Reply(ReplyKind.Answered,
            [
                new Block.Text("Remove this lecture? Answers stop quoting it at once. For 30 days it can be brought back; then it is erased."),
                new Block.Item(lecture.Title, LectureText.About(lecture)),
            ])
            {
                Offers = [new Offer.Step("Remove", new ModeratorRequest.Remove(lecture.Id, IsSure: true), IsWeighty: true), new Offer.Step("Keep", new ModeratorRequest.LeaveIt())],
            };
    }

    public async Task<Reply> RestoreAsync(Moderator who, ModeratorRequest.Restore restore, CancellationToken cancellation)
    {
        if (lookup.Find(who.Server, restore.Lecture)?.Lecture is not { } lecture)
        {
            return Reply.Refused(LectureLookup.Unknown);
        }

        return await changes.RestoreAsync(who.Server, who.UserId, lecture.Id, restore.Version, cancellation) switch
        {
            RestoreResult.Restored restored => new Reply(ReplyKind.Answered,
                [new Block.Text("It is back. Answers quote it from now on."), new Block.Item(restored.Lecture.Title, LectureText.About(restored.Lecture))]),
            RestoreResult.AlreadyThere there => Reply.Refused($"Nothing to do: {there.Lecture.Title} is there, {LectureText.About(there.Lecture)}."),
            RestoreResult.NotHere => Reply.Refused(lecture.IsShared ? Shared : "There is no such version, or it was erased when its 30 days were over. /library show lists the versions that are kept."),
            RestoreResult.Busy => Reply.Refused(Busy),
            RestoreResult.Failed failed => Reply.Refused(failed.Reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public Reply History(Moderator who, int page)
    {
        var entries = audit.Page(who.Server, page * PerPage, PerPage + 1);
        return new Reply(ReplyKind.Answered, entries.Count == 0
            ? [new Block.Text(page == 0 ? "Nothing was changed so far." : "Nothing was changed before that.")]
            : [.. entries.Take(PerPage).Select(static entry => new Block.Change(entry))])
        {
            Offers = [.. ListPage.Steps(page, entries.Count > PerPage, static next => new ModeratorRequest.History(next))],
        };
    }

    private const string Shared = "This lecture is shared: whoever runs me keeps it in a folder that all servers read, and nobody changes it from here.";

    private static string State(LectureSummary lecture) => lecture switch
    {
        { IsShared: true } => "shared: whoever runs me keeps it, and all servers read it",
        { RemovedAt: { } at } => $"removed on {LectureText.Day(at)}; it can be brought back until {LectureText.Day(at + LibraryLimits.UndoTime)}",
        _ => string.Create(CultureInfo.InvariantCulture, $"published in version {lecture.Version}"),
    };

    private static Reply Removed(RemoveResult result) => result switch
    {
        RemoveResult.Removed removed => new Reply(ReplyKind.Answered,
            [new Block.Text($"Removed. It can be brought back until {LectureText.Day(removed.UndoUntil)}, here or with /library restore."), new Block.Item(removed.Lecture.Title, "")])
        {
            Offers = [new Offer.Step("Undo", new ModeratorRequest.Restore(removed.Lecture.Id, null))],
        },
        RemoveResult.NotHere => Reply.Refused(LectureLookup.Unknown),
        RemoveResult.NotYours => Reply.Refused(Shared),
        RemoveResult.Busy => Reply.Refused(Busy),
        RemoveResult.Failed failed => Reply.Refused(failed.Reason),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IEnumerable<Offer> Offers(LectureCard card)
    {
        var lecture = card.Lecture;
        if (lecture.IsShared)
        {
            yield break;
        }

        yield return lecture.RemovedAt is null
            ? new Offer.Step("Remove …", new ModeratorRequest.Remove(lecture.Id, IsSure: false), IsWeighty: true)
            : new Offer.Step("Bring back", new ModeratorRequest.Restore(lecture.Id, null));
        foreach (var version in card.Versions.Where(version => version.Number != lecture.Version && lecture.RemovedAt is null).Take(MostVersions - 1))
        {
            yield return new Offer.Step(string.Create(CultureInfo.InvariantCulture, $"Back to version {version.Number}"), new ModeratorRequest.Restore(lecture.Id, version.Number));
        }
    }
}
