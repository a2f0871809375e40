using Bot.Storage;

namespace Bot.Library;

/// <summary>Erases what has been kept long enough.</summary>
internal sealed class Retention(
    QuestionLog questions, FeedbackStore feedback, SettingsStore settings, DraftStore drafts, LectureStore lectures, JobStore jobs, AuditStore audit, Database database, TimeProvider time)
{
    public void Run()
    {
        var now = time.GetUtcNow();
        database.Write(_ =>
        {
            foreach (var server in questions.Servers())
            {
                var before = now.AddDays(-settings.Get(server).RetentionDays);
                questions.EraseOlder(server, before);
                feedback.EraseOlder(server, before);
            }

            drafts.RemoveOlder(now - LibraryLimits.DraftLife);
            lectures.EraseRemoved(now - LibraryLimits.UndoTime);
            lectures.EraseUnused();
            jobs.EraseOlder(now - LibraryLimits.HistoryLife);
            audit.EraseOlder(now - LibraryLimits.HistoryLife);
        });
        database.Settle();
    }
}
