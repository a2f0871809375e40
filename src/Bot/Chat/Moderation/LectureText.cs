using System.Globalization;
using Bot.Library;
using Bot.Storage;
using Lectures.Transcripts;

namespace Bot.Chat.Moderation;

/// <summary>Lectures in words.</summary>
internal static class LectureText
{
    public static IEnumerable<Block> Details(Understood told)
    {
        (string Name, string? Value)[] parts =
        [
            ("Title", told.Title), ("Series", told.Series), ("Speaker", told.Speaker), ("Date", told.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("Address", told.Url?.AbsoluteUri), ("Holds", Size(told)),
        ];
        return parts.Where(static part => part.Value is not null).Select(static part => new Block.Item(part.Name, part.Value ?? ""));
    }

    /// <summary>"1,204 words · 12 passages · 3 sections · 0 cues · 1:02:03 · 4 lines set aside".</summary>
    public static string Size(Understood told)
    {
        string?[] parts =
        [
            Count(told.Words, "word"), Count(told.Passages, "passage"), Count(told.Sections, "section"), Count(told.Cues, "cue"),
            told.Duration is { } duration ? Timecode.Write(duration) : null, $"{Count(told.LinesSetAside, "line")} set aside",
        ];
        return string.Join(" · ", parts.OfType<string>());
    }

    public static string About(LectureSummary lecture) => string.Join(" · ", new[]
    {
        lecture.Series, lecture.Speaker, lecture.IsShared ? "shared" : lecture.Version is { } version ? string.Create(CultureInfo.InvariantCulture, $"version {version}") : "removed",
    }.OfType<string>());

    public static string Count(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number:#,0} {what}{(number == 1 ? "" : "s")}");

    public static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
