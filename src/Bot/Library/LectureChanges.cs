using Bot.Storage;

namespace Bot.Library;

/// <summary>Takes published lectures out of a server's library and back.</summary>
internal sealed class LectureChanges(ServerIndexes indexes, LectureStore lectures, LectureShelf shelf, AuditLog audit, TimeProvider time)
{
    public async Task<RemoveResult> RemoveAsync(ServerId server, string by, string lecture, CancellationToken cancellation)
    {
        (PublishedLecture? found, AuditEntry? entry) = (null, null);
        var change = await indexes.ChangeAsync(
            server, all: false, progress: null,
            (published, _) =>
            {
                found = lectures.Published(server).FirstOrDefault(one => one.Lecture.Id == lecture);
                return found is null ? published : [.. published.Where(one => one.File != found.Lecture.File)];
            },
            () =>
            {
                if (found is not null)
                {
                    lectures.Remove(server, lecture, time.GetUtcNow(), by);
                    entry = audit.Write(server, by, "library remove", found.Version.Understood.Title, $"version {found.Version.Number}", null);
                }
            },
            cancellation);
        switch (change)
        {
            case ServerChange.Done when found is null:
                return shelf.Show(server, lecture) is { Lecture: { IsShared: true } shared } ? new RemoveResult.NotYours(shared) : new RemoveResult.NotHere();
            case ServerChange.Done:
                audit.Told(server, entry is null ? [] : [entry]);
                var now = time.GetUtcNow();
                return new RemoveResult.Removed(LectureSummary.Of(found.Lecture with { Version = null, RemovedAt = now }, found.Version), now + LibraryLimits.UndoTime);
            case ServerChange.Busy:
                return new RemoveResult.Busy();
            case ServerChange.Failed failed:
                return new RemoveResult.Failed(failed.Reason);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <param name="version">An earlier version to go back to; null to bring a removed lecture back as it was.</param>
    public async Task<RestoreResult> RestoreAsync(ServerId server, string by, string lecture, int? version, CancellationToken cancellation)
    {
        (StoredLecture? found, StoredVersion? wanted, AuditEntry? entry) = (null, null, null);
        bool Changes() => found is not null && wanted is not null && found.Version != wanted.Number;
        var change = await indexes.ChangeAsync(
            server, all: false, progress: null,
            (published, _) =>
            {
                found = lectures.Find(server, lecture);
                var versions = lectures.Versions(server, lecture);
                var number = version ?? found?.Version ?? found?.RemovedVersion;
                wanted = versions.FirstOrDefault(one => number is null || one.Number == number);
                return found is { } file && wanted is { } chosen && Changes()
                    ? [.. published.Where(one => one.File != file.File).Append(indexes.Uploaded(server, file, chosen)).OrderBy(static one => one.File, StringComparer.Ordinal)]
                    : published;
            },
            () =>
            {
                if (found is { } file && wanted is { } chosen && Changes())
                {
                    lectures.Publish(server, lecture, chosen.Number);
                    entry = audit.Write(
                        server, by, "library restore", chosen.Understood.Title, file.Version is { } old ? $"version {old}" : "removed", $"version {chosen.Number}");
                }
            },
            cancellation);
        return change switch
        {
            ServerChange.Done => Restored(server, found, wanted, entry),
            ServerChange.Busy => new RestoreResult.Busy(),
            ServerChange.Failed failed => new RestoreResult.Failed(failed.Reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private RestoreResult Restored(ServerId server, StoredLecture? lecture, StoredVersion? version, AuditEntry? entry)
    {
        if (lecture is null || version is null)
        {
            return new RestoreResult.NotHere();
        }

        var summary = LectureSummary.Of(lecture with { Version = version.Number, RemovedAt = null }, version);
        if (entry is null)
        {
            return new RestoreResult.AlreadyThere(summary);
        }

        audit.Told(server, entry);
        return new RestoreResult.Restored(summary);
    }
}
