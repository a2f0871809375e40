namespace Bot.Storage;

/// <summary>What a member said of an excerpt.</summary>
/// <param name="Shown">Its words and citation, as they were shown.</param>
public sealed record Feedback(string Question, string PassageId, string Shown, bool IsHelpful, DateTimeOffset GivenAt);

/// <summary>Ratings of answers; of one member on one excerpt the last counts.</summary>
internal sealed class FeedbackStore(Database database, UserHash users)
{
    private const string Columns = "question, passage, shown, helpful, given_at";

    public void Put(ServerId server, string userId, Feedback feedback) => database.Write(session =>
    {
        var giver = users.Of(server, userId);
        session.Execute("delete from feedback where server = $1 and giver = $2 and question = $3 and passage = $4", server, giver, feedback.Question, feedback.PassageId);
        session.Execute(
            "insert into feedback (server, question, passage, shown, helpful, giver, given_at) values ($1, $2, $3, $4, $5, $6, $7)",
            server, feedback.Question, feedback.PassageId, feedback.Shown, feedback.IsHelpful, giver, feedback.GivenAt);
    });

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Feedback> NotHelpful(ServerId server, int most = 500) => database.Read(
        session => session.Query($"select {Columns} from feedback where server = $1 and helpful = 0 order by given_at desc, id desc limit $2", Read, server, most), otherwise: []);

    public IReadOnlyList<Feedback> Since(ServerId server, DateTimeOffset from) => database.Read(
        session => session.Query($"select {Columns} from feedback where server = $1 and given_at >= $2 order by given_at, id", Read, server, from), otherwise: []);

    public int Erase(ServerId server, string userId) =>
        database.Write(session => session.Execute("delete from feedback where server = $1 and giver = $2", server, users.Of(server, userId)));

    public int EraseOlder(ServerId server, DateTimeOffset before) =>
        database.Write(session => session.Execute("delete from feedback where server = $1 and given_at < $2", server, before));

    private static Feedback Read(SqlRow row) => new(row.Text(0), row.Text(1), row.Text(2), row.Flag(3), row.Time(4));
}
