namespace Bot.Storage;

public enum QuestionOutcome
{
    Answered,
    NotFound,
}

/// <summary>A question that was asked in a server.</summary>
/// <param name="Shown">The citation of the first excerpt, or of the closest; null where there was none.</param>
/// <param name="HandledAt">When a moderator marked it as handled.</param>
public sealed record LoggedQuestion(
    long Id, string Text, QuestionOutcome Outcome, double Confidence, string? Shown, DateTimeOffset AskedAt, DateTimeOffset? HandledAt = null);

/// <summary>How much was asked in a week.</summary>
/// <param name="Week">Its Monday.</param>
public sealed record WeekOfQuestions(DateOnly Week, int Asked, int Answered, int Helpful, int NotHelpful);

/// <summary>What was asked, until the server's retention is over. The asker is a keyed hash.</summary>
internal sealed class QuestionLog(Database database, UserHash users)
{
    private const string Columns = "id, text, outcome, confidence, shown, asked_at, handled_at";

    public void Add(ServerId server, string userId, LoggedQuestion question) => database.Note(session => session.Execute(
        "insert into questions (server, text, outcome, confidence, shown, asker, asked_at) values ($1, $2, $3, $4, $5, $6, $7)",
        server, question.Text, question.Outcome, question.Confidence, question.Shown, users.Of(server, userId), question.AskedAt));

    /// <summary>Not answered and not handled, the newest first.</summary>
    public IReadOnlyList<LoggedQuestion> Unanswered(ServerId server, int most = 5_000) => database.Read(
        session => session.Query(
            $"select {Columns} from questions where server = $1 and outcome = 'NotFound' and handled_at is null order by asked_at desc, id desc limit $2", Question, server, most),
        otherwise: []);

    /// <summary>In the order of asking, from a time on.</summary>
    public IReadOnlyList<LoggedQuestion> Since(ServerId server, DateTimeOffset from) => database.Read(
        session => session.Query($"select {Columns} from questions where server = $1 and asked_at >= $2 order by asked_at, id", Question, server, from), otherwise: []);

    /// <returns>How many were marked now.</returns>
    public int MarkHandled(ServerId server, IReadOnlyList<long> ids, DateTimeOffset at, string by) => database.Write(session => ids.Sum(id => session.Execute(
        "update questions set handled_at = $3, handled_by = $4 where server = $1 and id = $2 and handled_at is null", server, id, at, by)));

    public int Erase(ServerId server, string userId) =>
        database.Write(session => session.Execute("delete from questions where server = $1 and asker = $2", server, users.Of(server, userId)));

    public int EraseOlder(ServerId server, DateTimeOffset before) =>
        database.Write(session => session.Execute("delete from questions where server = $1 and asked_at < $2", server, before));

    public IReadOnlyList<ServerId> Servers() => database.Read(
        static session => session.Query("select server from questions union select server from feedback", static row => row.Server(0)), otherwise: []);

    private static LoggedQuestion Question(SqlRow row) => new(
        row.Number(0), row.Text(1), row.Name<QuestionOutcome>(2), row.ShareOrNull(3) ?? 0, row.TextOrNull(4), row.Time(5), row.TimeOrNull(6));
}
