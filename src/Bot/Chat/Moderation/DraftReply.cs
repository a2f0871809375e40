using System.Globalization;
using Bot.Library;

namespace Bot.Chat.Moderation;

/// <summary>What was understood of files that wait to be published, and what may be done with them. Pure.</summary>
internal static class DraftReply
{
    private const int MostListed = 10;
    private const int MostChoices = 25;

    /// <param name="problems">With what was typed; the rest was taken over.</param>
    public static Reply Of(AddResults added, params IEnumerable<string> problems)
    {
        var drafts = added.Files.OfType<AddResult.Draft>().ToList();
        var blocks = new List<Block>(problems.Select(static problem => new Block.Item("Not taken over", problem)));
        if (drafts is [var one])
        {
            blocks.AddRange(Card(one));
        }
        else if (drafts.Count > 1)
        {
            blocks.Add(new Block.Text($"{drafts.Count} transcripts were read. Nothing is quoted from them before you press Publish."));
        }

        blocks.AddRange(QuestionText.Losses(added.Questions));
        blocks.AddRange(Listed(added.Files.OfType<AddResult.Refused>(), Refused, "files were not taken"));
        blocks.AddRange(Listed(added.Files.OfType<AddResult.AlreadyHere>(), Present, "files are there already"));
        blocks.AddRange(drafts.Count > 1 ? Listed(drafts, Line, "transcripts") : []);
        return drafts.Count == 0
            ? new Reply(ReplyKind.Refused, blocks.Count > 0 ? blocks : [new Block.Text("The upload holds no transcript.")])
            : new Reply(ReplyKind.Answered, blocks) { Offers = [.. Offers(drafts)] };
    }

    private static IEnumerable<Block> Card(AddResult.Draft draft)
    {
        yield return new Block.Text("This is what I understood. Nothing is quoted from it before you press Publish.");
        foreach (var block in LectureText.Details(draft.Understood))
        {
            yield return block;
        }

        yield return new Block.Item("File", draft.FileName);
        if (draft.Replaces is { } replaced)
        {
            yield return new Block.Item("Replaces", Replaced(replaced));
        }

        if (draft.Unread is { } unread)
        {
            yield return new Block.Item("Not understood", unread);
        }

        yield return new Block.Item("Begins", string.Join(' ', draft.FirstLines));
    }

    private static string Replaced(LectureSummary lecture) => lecture.Version is { } version
        ? string.Create(CultureInfo.InvariantCulture, $"version {version} of {lecture.Title}, which is kept")
        : $"{lecture.Title}, which was removed and is kept";

    private static IEnumerable<Block> Listed<T>(IEnumerable<T> all, Func<T, Block> line, string what)
    {
        var list = all.ToList();
        return list.Take(MostListed).Select(line).Concat(list.Count > MostListed ? [new Block.Text($"… in all {list.Count} {what}.")] : []);
    }

    private static Block Line(AddResult.Draft draft) => new Block.Item(
        draft.Understood.Title, $"{LectureText.Size(draft.Understood)} · {draft.FileName}{(draft.Replaces is { } replaced ? $" · replaces {Replaced(replaced)}" : "")}{(draft.Unread is { } unread ? $" · {unread}" : "")}");

    private static Block Refused(AddResult.Refused refused) => new Block.Item(
        refused.Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"Not taken: {refused.FileName}, line {line}") : $"Not taken: {refused.FileName}", refused.Reason);

    private static Block Present(AddResult.AlreadyHere here) => new Block.Item(
        $"There already: {here.FileName}", string.Create(CultureInfo.InvariantCulture, $"{here.Lecture.Title}, version {here.Lecture.Version}"));

    private static IEnumerable<Offer> Offers(List<AddResult.Draft> drafts)
    {
        yield return new Offer.Step(drafts.Count == 1 ? "Publish" : $"Publish all {drafts.Count}", new ModeratorRequest.Publish(drafts[0].Batch));
        if (drafts is [var one])
        {
            yield return new Offer.Step("Edit details", new ModeratorRequest.AskDetails(one.Id));
        }

        yield return new Offer.Step("Discard", new ModeratorRequest.Discard(drafts[0].Batch), IsWeighty: true);
        if (drafts.Count > 1)
        {
            yield return new Offer.Choice("Edit details of …", [.. drafts.Take(MostChoices).Select(static draft => new Option(draft.Understood.Title, draft.FileName, new ModeratorRequest.AskDetails(draft.Id)))]);
        }
    }
}
