using Bot.Storage;

namespace Bot.Library;

/// <summary>All about one lecture.</summary>
/// <param name="Understood">Of the version that is shown, or was shown last.</param>
/// <param name="Versions">The newest first; empty for a shared lecture.</param>
/// <param name="FirstLines">The beginning of its words.</param>
public sealed record LectureCard(LectureSummary Lecture, Understood Understood, IReadOnlyList<StoredVersion> Versions, IReadOnlyList<string> FirstLines);

/// <summary>Part of a list of lectures.</summary>
/// <param name="Page">From 0; the last one where fewer are there than were asked for.</param>
public sealed record LecturePage(IReadOnlyList<LectureSummary> Lectures, int Total, int Page, int Pages);

/// <summary>What an export wrote.</summary>
/// <param name="LeftOut">Files that would have made it larger than allowed, by name.</param>
public sealed record ExportResult(int Files, long Bytes, IReadOnlyList<string> LeftOut);
