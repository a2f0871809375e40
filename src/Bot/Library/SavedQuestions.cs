using System.Globalization;
using Bot.Storage;
using Lectures.Answers;
using Lectures.Indexing;

namespace Bot.Library;

/// <summary>A server's own test questions, each with the lecture that must come first.</summary>
internal sealed class SavedQuestions(
    SavedQuestionStore store, Database database, ServerLibraries libraries, SharedLibrary shared, Answerer answerer, Settings settings, AuditLog audit, TimeProvider time)
{
    private const int Longest = 400;

    public ChangeResult Add(ServerId server, string by, string question, string lecture)
    {
        var clean = string.Join(' ', question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        using var lease = libraries.Lease(server);
        if (clean.Length is 0 or > Longest)
        {
            return new ChangeResult.Refused(string.Create(CultureInfo.InvariantCulture, $"A question has between 1 and {Longest} characters."));
        }

        if (lease is null || lease.PassagesOf(lecture) is not [var first, ..])
        {
            return new ChangeResult.Refused("There is no such lecture. Choose one from the list that opens while you type.");
        }

        if (answerer.Ask(lease, clean, 1) is Answer.Unclear unclear)
        {
            return new ChangeResult.Refused(unclear.Reason);
        }

        var known = store.All(server);
        var before = known.FirstOrDefault(one => one.Question == clean);
        if (before?.LectureId == lecture)
        {
            return new ChangeResult.Unchanged();
        }

        if (before is null && known.Count >= LibraryLimits.MostSavedQuestions)
        {
            return new ChangeResult.Refused($"There are {LibraryLimits.MostSavedQuestions} questions already, and no more are kept. Remove some first.");
        }

        var title = first.Transcript.Lecture.Title;
        audit.Changing(database, server, by, "questions add", clean, before?.LectureTitle, title, () => store.Put(server, new SavedQuestion(0, clean, lecture, title, time.GetUtcNow(), by)));
        return new ChangeResult.Changed();
    }

    public IReadOnlyList<SavedQuestion> All(ServerId server) => store.All(server);

    public ChangeResult Remove(ServerId server, string by, long id)
    {
        if (store.All(server).FirstOrDefault(one => one.Id == id) is not { } found)
        {
            return new ChangeResult.Unchanged();
        }

        audit.Changing(database, server, by, "questions remove", found.Question, found.LectureTitle, null, () => store.Remove(server, id));
        return new ChangeResult.Changed();
    }

    /// <summary>Asks them all of what is published.</summary>
    public QuestionCheck Check(ServerId server)
    {
        using var now = libraries.Lease(server);
        return new QuestionCheck([.. store.All(server).Select(saved => First(server, now, saved) is var first ? new CheckedQuestion(saved, first, first) : throw new System.Diagnostics.UnreachableException())]);
    }

    /// <summary>Asks them of what is published and of what would be.</summary>
    /// <param name="ownThen">The server's uploads as they would be; taken over.</param>
    /// <param name="sharedThen">The shared lectures as they would be, taken over; null where they stay.</param>
    public QuestionCheck Compare(ServerId server, IndexLease? ownThen, IndexLease? sharedThen = null)
    {
        using var now = libraries.Lease(server);
        using var then = IndexLease.Together(sharedThen ?? shared.Lease(), ownThen);
        return new QuestionCheck([.. store.All(server).Select(saved => new CheckedQuestion(saved, First(server, now, saved), First(server, then, saved)))]);
    }

    private FirstAnswer? First(ServerId server, IndexLease? lease, SavedQuestion saved) =>
        lease is not null && answerer.Ask(lease, saved.Question, 1, null, libraries.Names(server), settings.Get(server).Threshold) is Answer.Found { Excerpts: [var first, ..] }
            ? new FirstAnswer(first.Passage.Transcript.Lecture.Id.Value, first.Passage.Transcript.Lecture.Title, first.Passage.Id)
            : null;
}
