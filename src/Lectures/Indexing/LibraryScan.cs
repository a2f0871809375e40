using Lectures.Transcripts;

namespace Lectures.Indexing;

/// <summary>A transcript's file as the folder shows it.</summary>
/// <param name="File">Relative to the library's folder, with forward slashes.</param>
/// <param name="Modified">UTC ticks.</param>
internal sealed record FoundFile(string File, string FullPath, long Bytes, long Modified);

/// <summary>Lists the transcripts of a folder and of the folders in it, in the order of their names.</summary>
internal static class LibraryScan
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 16 };

    public static List<FoundFile> Of(string folder) =>
        [.. new DirectoryInfo(folder).EnumerateFiles("*", Everything)
            .Where(static file => TranscriptReader.Extensions.Contains(file.Extension, StringComparer.OrdinalIgnoreCase))
            .Select(file => new FoundFile(
                Path.GetRelativePath(folder, file.FullName).Replace('\\', '/'), file.FullName, file.Length, file.LastWriteTimeUtc.Ticks))
            .OrderBy(static file => file.File, StringComparer.Ordinal)];
}
