using System.Globalization;
using System.Text;
using Bot.Storage;
using Lectures.Answers;

namespace Bot.Library;

/// <summary>What members asked, and what they said of the answers.</summary>
internal sealed partial class AskedQuestions(
    QuestionLog questions, FeedbackStore feedback, Database database, Answerer answerer, AuditLog audit, TimeProvider time, ILogger<AskedQuestions> logger)
{
    /// <summary>Questions that share so much of their words ask for the same.</summary>
    private const double Alike = 0.5;

    /// <summary>Writes a question down; a store that cannot be written keeps nobody from an answer.</summary>
    public void Asked(ServerId server, string userId, string question, QuestionOutcome outcome, double confidence, string? shown)
    {
        try
        {
            questions.Add(server, userId, new LoggedQuestion(0, question, outcome, confidence, shown, time.GetUtcNow()));
        }
        catch (IOException failure)
        {
            LogNotKept(failure, server.Value);
        }
    }

    /// <summary>Writes a rating down; the last one of a member on a passage counts.</summary>
    /// <exception cref="StorageException">It was not kept; its message is a sentence for a person.</exception>
    public void Rated(ServerId server, string userId, string question, string passageId, string shown, bool isHelpful) =>
        feedback.Put(server, userId, new Feedback(question, passageId, shown, isHelpful, time.GetUtcNow()));

    /// <summary>Not answered and not handled, grouped by what they ask for; the most asked first, of equals the newest.</summary>
    public IReadOnlyList<UnansweredGroup> Unanswered(ServerId server)
    {
        var groups = new List<(HashSet<string> Terms, List<LoggedQuestion> Questions)>();
        var byTerm = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var question in questions.Unanswered(server))
        {
            var terms = answerer.TermsOf(question.Text).ToHashSet(StringComparer.Ordinal);
            var alike = terms.SelectMany(term => byTerm.GetValueOrDefault(term) ?? []).Distinct().Order().Cast<int?>()
                .FirstOrDefault(group => group is { } at && Likeness(groups[at].Terms, terms) >= Alike);
            if (alike is { } known)
            {
                groups[known].Questions.Add(question);
                continue;
            }

            foreach (var term in terms)
            {
                (byTerm.TryGetValue(term, out var there) ? there : byTerm[term] = []).Add(groups.Count);
            }

            groups.Add((terms, [question]));
        }

        return [.. groups.Select(static group => new UnansweredGroup(group.Questions[0].Text, group.Questions))
            .OrderByDescending(static group => group.Questions.Count).ThenByDescending(static group => group.Newest)];
    }

    /// <returns>How many were marked now.</returns>
    public int MarkHandled(ServerId server, string by, IReadOnlyList<long> ids)
    {
        var marked = 0;
        audit.Changing(
            database, server, by, "answers handled", string.Create(CultureInfo.InvariantCulture, $"{ids.Count} questions"), "unanswered", "handled",
            () => marked = questions.MarkHandled(server, ids, time.GetUtcNow(), by));
        return marked;
    }

    /// <summary>The unanswered questions as CSV with a heading, safe to open in a spreadsheet.</summary>
    public string UnansweredCsv(ServerId server)
    {
        var csv = new StringBuilder("group,asked,question,closest,confidence\r\n");
        foreach (var (group, number) in Unanswered(server).Select(static (group, i) => (group, i + 1)))
        {
            foreach (var question in group.Questions)
            {
                csv.Append(CultureInfo.InvariantCulture, $"{number},{question.AskedAt:yyyy-MM-ddTHH:mm:ssZ},{Cell(question.Text)},{Cell(question.Shown ?? "")},{question.Confidence:0.00}\r\n");
            }
        }

        return csv.ToString();
    }

    /// <summary>Answers rated not helpful, the newest first.</summary>
    public IReadOnlyList<Feedback> NotHelpful(ServerId server) => feedback.NotHelpful(server);

    /// <summary>The last weeks, the oldest first, those without questions too.</summary>
    public IReadOnlyList<WeekOfQuestions> Weeks(ServerId server, int weeks)
    {
        var first = WeekOf(time.GetUtcNow()).AddDays(-7 * (weeks - 1));
        var from = new DateTimeOffset(first.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var asked = questions.Since(server, from).ToLookup(static question => WeekOf(question.AskedAt));
        var rated = feedback.Since(server, from).ToLookup(static rating => WeekOf(rating.GivenAt));
        return [.. Enumerable.Range(0, weeks).Select(i => first.AddDays(7 * i)).Select(week => new WeekOfQuestions(
            week, asked[week].Count(), asked[week].Count(static question => question.Outcome == QuestionOutcome.Answered),
            rated[week].Count(static rating => rating.IsHelpful), rated[week].Count(static rating => !rating.IsHelpful)))];
    }

    private static DateOnly WeekOf(DateTimeOffset time)
    {
        var day = DateOnly.FromDateTime(time.UtcDateTime);
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }

    private static double Likeness(HashSet<string> one, HashSet<string> other)
    {
        var common = one.Count(other.Contains);
        return common == 0 ? 0 : (double)common / (one.Count + other.Count - common);
    }

    /// <summary>A cell that begins like a formula is one to a spreadsheet, unless an apostrophe stands before it.</summary>
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{text}" : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    [LoggerMessage(LogLevel.Warning, "A question of server {Server} could not be written down")]
    private partial void LogNotKept(Exception failure, string server);
}
