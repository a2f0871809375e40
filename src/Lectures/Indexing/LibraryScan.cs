using Lectures.Transcripts;
using Lectures.Transcripts.Metadata;

namespace Lectures.Indexing;

/// <summary>A transcript's file as the folder shows it.</summary>
/// <param name="File">Relative to the library's folder, with forward slashes.</param>
/// <param name="Modified">UTC ticks.</param>
internal sealed record FoundFile(string File, string FullPath, long Bytes, long Modified)
{
    /// <summary>The files that tell of this one, those that speak of most first.</summary>
    public IReadOnlyList<FoundMetadata> Metadata { get; init; } = [];

    /// <summary>Where the transcript does not lie in the folder.</summary>
    public UploadedTranscript? Upload { get; init; }

    /// <summary>Changes with what these files hold; null where there are none.</summary>
    public string? MetadataHash => Upload is { } upload ? upload.DetailsHash : Metadata.Count == 0 ? null : StableHash.Of(string.Join('\n', Metadata.Select(static found => $"{found.File} {found.Hash}")));
}

/// <summary>Lists the transcripts of a folder and of the folders in it, in the order of their names.</summary>
internal static class LibraryScan
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 16 };

    /// <summary>Files about a folder, in a format that transcripts have too.</summary>
    private static readonly string[] AboutFolder = ["readme", "license", "licence", "contributing", "changelog"];

    public static List<FoundFile> Of(string folder)
    {
        var files = new DirectoryInfo(folder).EnumerateFiles("*", Everything)
            .Select(file => (File: Path.GetRelativePath(folder, file.FullName).Replace('\\', '/'), Entry: file))
            .OrderBy(static file => file.File, StringComparer.Ordinal)
            .ToList();
        var metadata = files
            .Where(static file => MetadataFile.IsMetadata(file.File))
            .ToDictionary(static file => file.File, static file => new FoundMetadata(file.File, file.Entry.FullName), StringComparer.Ordinal);
        var pages = files.Where(static file => file.Entry.Extension.StartsWith(".htm", StringComparison.OrdinalIgnoreCase))
            .Select(static file => $"{file.File[..^file.Entry.Extension.Length]}_files/").ToHashSet(StringComparer.Ordinal);
        return
        [
            .. files.Where(file => IsTranscript(file.Entry) && !BelongsToPage(file.File, pages)).Select(file =>
                new FoundFile(file.File, file.Entry.FullName, file.Entry.Length, file.Entry.LastWriteTimeUtc.Ticks)
                {
                    Metadata = metadata.Count == 0 ? [] : [.. MetadataFile.For(file.File).Where(metadata.ContainsKey).Select(name => metadata[name])],
                }),
        ];
    }

    /// <summary>Word keeps a file named "~$…" beside a document that is open.</summary>
    private static bool IsTranscript(FileInfo file) =>
        TranscriptReader.Extensions.Contains(file.Extension, StringComparer.OrdinalIgnoreCase)
        && !file.Name.StartsWith("~$", StringComparison.Ordinal)
        && !AboutFolder.Contains(Path.GetFileNameWithoutExtension(file.Name), StringComparer.OrdinalIgnoreCase);

    /// <summary>Browsers put what a saved page shows, other pages too, into a folder "page_files" beside it.</summary>
    private static bool BelongsToPage(string file, HashSet<string> pages)
    {
        for (var slash = file.IndexOf('/', StringComparison.Ordinal); slash >= 0 && pages.Count > 0; slash = file.IndexOf('/', slash + 1))
        {
            if (pages.Contains(file[..(slash + 1)]))
            {
                return true;
            }
        }

        return false;
    }
}
