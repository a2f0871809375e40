using System.Globalization;
using Bot.Library;

namespace Bot.Chat.Moderation;

/// <summary>From a file that a moderator brings to a published lecture.</summary>
internal sealed class UploadHandler(Uploads uploads, LectureLookup lookup)
{
    public async Task<Reply> AddAsync(Moderator who, ModeratorRequest.Add add, CancellationToken cancellation)
    {
        var (given, problems) = add.Details.Read();
        var replaced = add.Replaces is { } typed ? lookup.Find(who.Server, typed)?.Lecture : null;
        if (add.Replaces is not null && replaced is null or { IsShared: true })
        {
            problems = [.. problems, "The lecture to replace is none of this server's uploads. Choose one from the list that opens while you type, or leave it out."];
        }

        if (problems.Count > 0)
        {
            return Reply.Refused(problems);
        }

        var added = add.Files.Count == 0
            ? new AddResults([], null)
            : await uploads.AddAsync(who.Server, who.UserId, add.Files, given, replaced?.Id, cancellation);
        return DraftReply.Of(added with { Files = [.. added.Files, .. add.Unfetched] });
    }

    /// <summary>A form with what was understood, to be corrected.</summary>
    public Reply AskDetails(Moderator who, string draft)
    {
        if (uploads.Draft(who.Server, draft) is not AddResult.Draft { Given: var given, Understood: var told })
        {
            return Reply.Refused(Gone);
        }

        return new Reply(ReplyKind.Answered, [])
        {
            Form = new Form("Details of the lecture", new ModeratorRequest.Edit(draft, new TypedDetails(null, null, null, null, null)),
            [
                Field("title", "Title", "Empty: as the file tells it", given.Title ?? told.Title),
                Field("series", "Series", "The course or podcast", given.Series ?? told.Series),
                Field("speaker", "Speaker", "Who gives the lecture", given.Speaker ?? told.Speaker),
                Field("date", "Date", "2024-03-01", (given.Date ?? told.Date)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                Field("url", "Address of the recording", "https://…", (given.Url ?? told.Url)?.AbsoluteUri),
            ]),
        };
    }

    public async Task<Reply> EditAsync(Moderator who, ModeratorRequest.Edit edit, CancellationToken cancellation)
    {
        // What can be read is taken over all the same: a form that is opened again is filled from the draft.
        var (given, problems) = edit.Details.Read();
        return await uploads.EditAsync(who.Server, who.UserId, edit.Draft, given, cancellation) is { } edited
            ? DraftReply.Of(edited, problems)
            : Reply.Refused(Gone);
    }

    public async Task<Reply> PublishAsync(Moderator who, string batch, CancellationToken cancellation) =>
        await uploads.PublishAsync(who.Server, who.UserId, batch, cancellation) switch
        {
            PublishResult.Published published => Published(published.Lectures, published.Before),
            PublishResult.Gone => Reply.Refused(Gone),
            PublishResult.Busy => Reply.Refused(LectureHandler.Busy),
            PublishResult.Failed failed => Reply.Refused(failed.Reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public Reply Discard(Moderator who, string batch) => uploads.Discard(who.Server, who.UserId, batch)
        ? new Reply(ReplyKind.Answered, [new Block.Text("Discarded. Nothing of it is kept.")])
        : Reply.Refused(Gone);

    private const string Gone = "This upload was published or discarded before, or it is older than a day. Upload the file again if it is needed.";

    private const int MostListed = 20;

    private static Reply Published(IReadOnlyList<LectureSummary> lectures, int? before) => new(ReplyKind.Answered,
    [
        new Block.Text(lectures.Count == 1 ? "Published. Answers quote it from now on." : $"Published: {lectures.Count} lectures. Answers quote them from now on."),
        .. lectures.Take(MostListed).Select(static lecture => new Block.Item(lecture.Title, LectureText.About(lecture))),
    ])
    {
        Offers = lectures is [var one] ? [Undo(one, before)] : [],
    };

    private static Offer.Step Undo(LectureSummary lecture, int? before) => before is { } version
        ? new Offer.Step(string.Create(CultureInfo.InvariantCulture, $"Back to version {version}"), new ModeratorRequest.Restore(lecture.Id, version))
        : new Offer.Step("Remove again", new ModeratorRequest.Remove(lecture.Id, IsSure: true), IsWeighty: true);

    private static FormField Field(string name, string label, string hint, string? value) => new(name, label, hint, value, IsRequired: false, LibraryLimits.LongestDetail);
}
