using Bot.Storage;

namespace Bot.Library;

/// <summary>A lecture as a list shows it.</summary>
/// <param name="IsShared">It lies in the operator's folder: readable by all, changed by none from here.</param>
/// <param name="Version">The version that is published; null for a shared or a removed one.</param>
/// <param name="RemovedAt">Null while it is there.</param>
public sealed record LectureSummary(
    string Id, string Title, string? Series, string? Speaker, DateOnly? Date, bool IsShared, int? Version = null, DateTimeOffset? RemovedAt = null)
{
    internal static LectureSummary Of(PublishedLecture lecture) => Of(lecture.Lecture, lecture.Version);

    internal static LectureSummary Of(StoredLecture lecture, StoredVersion version) => new(
        lecture.Id, version.Understood.Title, version.Understood.Series, version.Understood.Speaker, version.Understood.Date, IsShared: false, lecture.Version, lecture.RemovedAt);
}
