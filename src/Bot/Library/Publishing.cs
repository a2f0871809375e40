using System.Globalization;
using Bot.Storage;
using Lectures.Indexing;
using Lectures.Transcripts;

namespace Bot.Library;

/// <summary>From drafts to published lectures, in one step.</summary>
internal sealed class Publishing(
    ServerIndexes indexes, UploadReading reading, DraftStore drafts, LectureStore lectures, SavedQuestions questions, AuditLog audit, TimeProvider time)
{
    public async Task<PublishResult> PublishAsync(ServerId server, string by, string batch, CancellationToken cancellation)
    {
        var (plan, entries) = (new List<Planned>(), new List<AuditEntry>());
        var change = await indexes.ChangeAsync(server, all: false, progress: null, (published, _) => Next(server, by, batch, published, plan), () => Write(server, by, plan, entries), cancellation);
        switch (change)
        {
            case ServerChange.Done when plan.Count == 0:
                return new PublishResult.Gone();
            case ServerChange.Done:
                audit.Told(server, entries);
                return new PublishResult.Published([.. plan.Select(static one => LectureSummary.Of(one.Lecture with { Version = one.Version.Number }, one.Version))], plan is [var single] ? single.Lecture.Version : null);
            case ServerChange.Busy:
                return new PublishResult.Busy();
            case ServerChange.Failed failed:
                return new PublishResult.Failed(failed.Reason);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>What the saved questions would be answered with; null where nothing is saved, or it cannot be told now.</summary>
    public async Task<QuestionCheck?> ForeseeAsync(ServerId server, string batch, CancellationToken cancellation)
    {
        if (questions.All(server).Count == 0)
        {
            return null;
        }

        using var right = await indexes.EnterAsync(server, cancellation);
        if (right is null
            || await indexes.PrepareAsync(server, all: false, progress: null, (published, _) => Next(server, "", batch, published, []), cancellation) is not PrepareOutcome.Ready ready)
        {
            return null;
        }

        using var next = ready.Next;
        return questions.Compare(server, next.Lease());
    }

    private IReadOnlyList<UploadedTranscript> Next(ServerId server, string by, string batch, IReadOnlyList<UploadedTranscript> published, List<Planned> plan)
    {
        foreach (var draft in drafts.OfBatch(server, batch))
        {
            if (lectures.Content(server, draft.Hash) is not { } bytes || reading.Read(server, new UploadedFile(draft.FileName, bytes), draft) is not AddResult.Draft { Understood: var understood })
            {
                continue;
            }

            // Two drafts of one upload may have been given one title; one lecture gets one new version at a time.
            var (lecture, number) = reading.Replaced(server, draft, understood) is { } replaced && plan.All(one => one.Lecture.Id != replaced.Lecture.Id)
                ? (replaced.Lecture, lectures.Versions(server, replaced.Lecture.Id)[0].Number + 1)
                : (New(server, understood, plan), 1);
            plan.Add(new Planned(draft, lecture, new StoredVersion(number, draft.Hash, draft.FileName, draft.Given, understood, time.GetUtcNow(), by)));
        }

        var changed = plan.Select(static one => one.Lecture.File).ToHashSet(StringComparer.Ordinal);
        return [.. published.Where(one => !changed.Contains(one.File)).Concat(plan.Select(one => indexes.Uploaded(server, one.Lecture, one.Version))).OrderBy(static one => one.File, StringComparer.Ordinal)];
    }

    /// <summary>A lecture keeps its first name in the index, so another may come to be called as it was.</summary>
    private StoredLecture New(ServerId server, Understood understood, List<Planned> plan)
    {
        for (var number = 1; ; number++)
        {
            var name = $"{understood.Series}/{understood.Title}{(number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"/{number}"))}";
            var file = UploadedTranscript.FileFor(server.Value, name);
            var id = LectureId.ForFile(file).Value;
            if (lectures.Find(server, id) is null && plan.All(one => one.Lecture.Id != id))
            {
                return new StoredLecture(id, file, null);
            }
        }
    }

    private void Write(ServerId server, string by, List<Planned> plan, List<AuditEntry> entries)
    {
        foreach (var (draft, lecture, version) in plan)
        {
            lectures.Add(server, lecture);
            lectures.Add(server, lecture.Id, version);
            lectures.Publish(server, lecture.Id, version.Number);
            drafts.Remove(server, draft.Id);
            entries.Add(audit.Write(
                server, by, "library add", version.Understood.Title, lecture.Version is { } old ? $"version {old}" : null, $"version {version.Number} ({version.FileName})"));
        }
    }

    private sealed record Planned(StoredDraft Draft, StoredLecture Lecture, StoredVersion Version);
}
