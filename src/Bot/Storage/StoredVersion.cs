using Lectures.Transcripts;

namespace Bot.Storage;

/// <summary>One version of an uploaded lecture, as it was understood when it was published.</summary>
/// <param name="Number">From 1, in the order of publishing.</param>
/// <param name="Hash">SHA-256 of the original bytes, in hexadecimal.</param>
public sealed record StoredVersion(int Number, string Hash, string FileName, GivenDetails Given, Understood Understood, DateTimeOffset PublishedAt, string PublishedBy);

/// <summary>What was understood of a transcript.</summary>
/// <param name="Duration">From the first cue to the end of the last; null where there are no times.</param>
public sealed record Understood(
    string Title, string? Series, string? Speaker, DateOnly? Date, Uri? Url, int Words, int Passages, int Sections, int Cues, TimeSpan? Duration, int LinesSetAside);

/// <summary>An uploaded lecture.</summary>
/// <param name="Id"><see cref="LectureId.ForFile"/> of <paramref name="File"/>.</param>
/// <param name="File">Its name in the server's index; made once and kept.</param>
/// <param name="Version">The version that is published; null while it is removed.</param>
/// <param name="RemovedAt">Null while it is published.</param>
/// <param name="RemovedVersion">The version that was published when it was removed; null while it is published.</param>
public sealed record StoredLecture(string Id, string File, int? Version, DateTimeOffset? RemovedAt = null, string? RemovedBy = null, int? RemovedVersion = null);

/// <summary>A published lecture and the version that is shown of it.</summary>
public sealed record PublishedLecture(StoredLecture Lecture, StoredVersion Version);

/// <summary>What tells a lecture from others.</summary>
/// <param name="Hash">Of the version that is published, or was.</param>
public sealed record KnownLecture(string Lecture, string Title, string? Series, string Hash, bool IsPublished);

/// <summary>An upload that waits for somebody to press Publish.</summary>
/// <param name="Batch">Of all files that came at once.</param>
/// <param name="Lecture">The lecture that it will be a new version of; null for a new one.</param>
public sealed record StoredDraft(
    string Id, string Batch, string? Lecture, string Hash, string FileName, GivenDetails Given, DateTimeOffset CreatedAt, string CreatedBy);
