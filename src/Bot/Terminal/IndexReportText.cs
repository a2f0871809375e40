using System.Globalization;
using Lectures.Indexing;
using Lectures.Transcripts;

namespace Bot.Terminal;

/// <summary>A report of indexing in words.</summary>
internal static class IndexReportText
{
    public static string Summary(IndexReport report)
    {
        var rebuilt = report.RebuiltFrom is null ? "" : "The index was of an older format and was made anew. ";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{rebuilt}{report.Added} added, {report.Changed} changed, {report.Removed} removed, {report.Unchanged} unchanged, {report.Rejected.Count} rejected; {report.Passages:#,0} passages, {report.Words:#,0} words, {report.Elapsed.TotalSeconds:0.0} s.");
    }

    public static string Line(ParseResult.Rejected rejected) => rejected.Line is { } line
        ? string.Create(CultureInfo.InvariantCulture, $"{rejected.File}, line {line}: {rejected.Reason}")
        : $"{rejected.File}: {rejected.Reason}";

    public static string Progress(IndexProgress progress)
    {
        var remaining = progress.Remaining is { } time && progress.FilesDone < progress.Files ? $", {Timecode.Write(time)} left" : "";
        return string.Create(
            CultureInfo.InvariantCulture, $"{progress.FilesDone}/{progress.Files} files, {progress.Passages:#,0} passages, {progress.PassagesPerSecond:#,0}/s{remaining}");
    }
}
