using System.Globalization;
using System.Text;
using Bot.Library;

namespace Bot.Chat.Moderation;

/// <summary>What members asked and did not get, and what they thought of what they got.</summary>
internal sealed class AnswersHandler(AskedQuestions asked)
{
    private const int PerPage = 5;
    private const int Weeks = 8;

    public Reply Unanswered(Moderator who, int page)
    {
        var groups = asked.Unanswered(who.Server);
        var (shown, at, pages) = ListPage.Of(groups, page, PerPage);
        if (shown.Count == 0)
        {
            return new Reply(ReplyKind.Answered, [new Block.Text("No question waits: all were answered, or are marked as handled.")]);
        }

        var first = at * PerPage;
        return new Reply(ReplyKind.Answered,
        [
            new Block.Text(string.Create(CultureInfo.InvariantCulture, $"{LectureText.Count(groups.Count, "question")} without an answer, page {at + 1} of {pages}. Those that ask for the same stand together.")),
            .. shown.Select((group, i) => new Block.Item(string.Create(CultureInfo.InvariantCulture, $"{first + i + 1}. {group.Text}"), About(group))),
        ])
        {
            Offers =
            [
                .. shown.Select((group, i) => new Offer.Step(string.Create(CultureInfo.InvariantCulture, $"Handled {first + i + 1}"), new ModeratorRequest.Handled(group.Questions[0].Id, at))),
                .. ListPage.Steps(at, at + 1 < pages, static next => new ModeratorRequest.Unanswered(next)),
                new Offer.Step("Save as CSV", new ModeratorRequest.UnansweredFile()),
            ],
        };
    }

    /// <summary>Marks the group that the question stands in.</summary>
    public Reply Handled(Moderator who, ModeratorRequest.Handled handled)
    {
        if (asked.Unanswered(who.Server).FirstOrDefault(group => group.Questions.Any(question => question.Id == handled.Question)) is { } found)
        {
            asked.MarkHandled(who.Server, who.UserId, [.. found.Questions.Select(static question => question.Id)]);
        }

        return Unanswered(who, handled.Page);
    }

    public Reply UnansweredFile(Moderator who) => new(ReplyKind.Answered, [new Block.Text("The questions without an answer, for a spreadsheet.")])
    {
        File = new ReplyFile("unanswered.csv", "text/csv", Encoding.UTF8.GetBytes("\uFEFF" + asked.UnansweredCsv(who.Server))),
    };

    public Reply NotHelpful(Moderator who, int page)
    {
        var (shown, at, pages) = ListPage.Of(asked.NotHelpful(who.Server), page, PerPage);
        return new Reply(ReplyKind.Answered, shown.Count == 0
            ? [new Block.Text("No answer was rated as not helpful.")]
            : [.. shown.Select(static rating => new Block.Item(rating.Question, $"{LectureText.Day(rating.GivenAt)} · {rating.Shown}"))])
        {
            Offers = [.. ListPage.Steps(at, at + 1 < pages, static next => new ModeratorRequest.NotHelpful(next))],
        };
    }

    public Reply Statistics(Moderator who)
    {
        var weeks = asked.Weeks(who.Server, Weeks);
        var most = Math.Max(1, weeks.Max(static week => week.Asked));
        return new Reply(ReplyKind.Answered,
        [
            new Block.Text("What was asked in this server, week by week."),
            .. weeks.Select(week => new Block.Bar((double)week.Asked / most, week.Week.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), string.Create(
                CultureInfo.InvariantCulture, $"{week.Asked} asked · {week.Answered} answered · {week.Helpful} helpful · {week.NotHelpful} not"))),
        ]);
    }

    private static string About(UnansweredGroup group) => string.Create(
        CultureInfo.InvariantCulture,
        $"asked {group.Questions.Count}×, last on {LectureText.Day(group.Newest)}{(group.Questions[0].Shown is { } closest ? $"; closest: {closest}" : "")}");
}
