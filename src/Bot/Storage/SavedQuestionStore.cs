namespace Bot.Storage;

/// <summary>A moderator's own test question.</summary>
/// <param name="LectureId">The lecture that must come first.</param>
/// <param name="LectureTitle">As it was called then.</param>
public sealed record SavedQuestion(long Id, string Question, string LectureId, string LectureTitle, DateTimeOffset AddedAt, string AddedBy);

/// <summary>A server's test questions.</summary>
internal sealed class SavedQuestionStore(Database database)
{
    /// <summary>In the order they were added.</summary>
    public IReadOnlyList<SavedQuestion> All(ServerId server) => database.Read(
        session => session.Query(
            "select id, question, lecture, lecture_title, added_at, added_by from saved_questions where server = $1 order by id",
            static row => new SavedQuestion(row.Number(0), row.Text(1), row.Text(2), row.Text(3), row.Time(4), row.Text(5)),
            server),
        otherwise: []);

    /// <summary>The same question again is about another lecture from now on.</summary>
    public void Put(ServerId server, SavedQuestion question) => database.Write(session =>
    {
        session.Execute("delete from saved_questions where server = $1 and question = $2", server, question.Question);
        session.Execute(
            "insert into saved_questions (server, question, lecture, lecture_title, added_at, added_by) values ($1, $2, $3, $4, $5, $6)",
            server, question.Question, question.LectureId, question.LectureTitle, question.AddedAt, question.AddedBy);
    });

    public bool Remove(ServerId server, long id) => database.Write(session => session.Execute("delete from saved_questions where server = $1 and id = $2", server, id) > 0);
}
