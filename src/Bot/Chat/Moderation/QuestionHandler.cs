using System.Globalization;
using Bot.Library;

namespace Bot.Chat.Moderation;

/// <summary>A server's saved questions, each with the lecture that must come first.</summary>
internal sealed class QuestionHandler(SavedQuestions questions, LectureLookup lookup)
{
    private const int PerPage = 10;

    public Reply Add(Moderator who, ModeratorRequest.AddQuestion add)
    {
        if (lookup.Find(who.Server, add.Lecture)?.Lecture is not { } lecture)
        {
            return Reply.Refused(LectureLookup.Unknown);
        }

        return questions.Add(who.Server, who.UserId, add.Question, lecture.Id) switch
        {
            ChangeResult.Changed => new Reply(ReplyKind.Answered,
                [new Block.Text("Saved. It is asked whenever something changes, and you are told before it is lost."), new Block.Item(add.Question, lecture.Title)])
            {
                Offers = [new Offer.Step("Check", new ModeratorRequest.CheckQuestions())],
            },
            ChangeResult.Unchanged => Reply.Refused("This question is saved already, with this lecture."),
            ChangeResult.Refused refused => Reply.Refused(refused.Reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public Reply List(Moderator who, int page)
    {
        var (shown, at, pages) = ListPage.Of(questions.All(who.Server), page, PerPage);
        return shown.Count == 0
            ? new Reply(ReplyKind.Answered, [new Block.Text("No question is saved. /questions add saves one, with the lecture that must answer it.")])
            : new Reply(ReplyKind.Answered, [.. shown.Select(static question => new Block.Item(question.Question, question.LectureTitle))])
            {
                Offers = [.. ListPage.Steps(at, at + 1 < pages, static next => new ModeratorRequest.Questions(next)), new Offer.Step("Check", new ModeratorRequest.CheckQuestions())],
            };
    }

    public Reply Remove(Moderator who, string typed)
    {
        var found = questions.All(who.Server).FirstOrDefault(question =>
            question.Id.ToString(CultureInfo.InvariantCulture) == typed || string.Equals(question.Question, typed.Trim(), StringComparison.OrdinalIgnoreCase));
        return found is not null && questions.Remove(who.Server, who.UserId, found.Id) is ChangeResult.Changed
            ? new Reply(ReplyKind.Answered, [new Block.Text("Removed."), new Block.Item(found.Question, found.LectureTitle)])
            : Reply.Refused("There is no such question. Choose one from the list that opens while you type.");
    }

    public Reply Check(Moderator who)
    {
        var check = questions.Check(who.Server);
        var wrong = check.Wrong;
        return new Reply(ReplyKind.Answered,
        [
            new Block.Text($"{check.Questions.Count - wrong.Count} of {LectureText.Count(check.Questions.Count, "saved question")} answered from the lecture that must come first."),
            .. wrong.Take(PerPage).Select(static question => new Block.Item("Not so", QuestionText.Line(question))),
        ]);
    }

    public IReadOnlyList<(string Label, string Value)> Suggest(Moderator who, string typed) =>
    [
        .. questions.All(who.Server).Where(question => question.Question.Contains(typed.Trim(), StringComparison.OrdinalIgnoreCase))
            .Select(static question => (question.Question, question.Id.ToString(CultureInfo.InvariantCulture))),
    ];
}
