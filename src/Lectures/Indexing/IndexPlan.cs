using System.Security.Cryptography;

namespace Lectures.Indexing;

/// <summary>What a run has to do to bring the index in step.</summary>
/// <param name="Before">What the index holds; null where there is none.</param>
/// <param name="RebuildFrom">The other format of the present index, all of which is made anew; null for a normal run.</param>
/// <param name="Unchanged">Known by length and time of last write, or by content.</param>
/// <param name="Touched">Of the unchanged ones, those whose time of last write is not the one on record.</param>
internal sealed record IndexPlan(
    IndexManifest? Before,
    string? RebuildFrom,
    IReadOnlyList<FoundFile> ToRead,
    IReadOnlyList<FoundFile> Unchanged,
    IReadOnlyList<FoundFile> Touched,
    IReadOnlyList<string> Removed)
{
    /// <summary>The files that tell of transcripts, each once.</summary>
    public IEnumerable<FoundMetadata> Metadata => ToRead.Concat(Unchanged).SelectMany(static file => file.Metadata).Distinct();

    /// <summary>Whether the transcripts are uploads; an index holds either those or a folder's.</summary>
    public bool IsOfUploads => ToRead.Concat(Unchanged).FirstOrDefault() is { } file ? file.Upload is not null : Removed.Any(static file => file.StartsWith('/'));

    public bool ChangesIndex => ToRead.Count > 0 || Removed.Count > 0 || RebuildFrom is not null;

    public static IndexPlan Make(IReadOnlyList<FoundFile> found, IndexManifest? before, string format, bool all)
    {
        var rebuildFrom = before is not null && before.Format != format ? before.Format : null;
        var (toRead, unchanged, touched) = (new List<FoundFile>(), new List<FoundFile>(), new List<FoundFile>());
        foreach (var file in found)
        {
            if (all || rebuildFrom is not null || before?.Files.GetValueOrDefault(file.File) is not { } known || known.Metadata != file.MetadataHash)
            {
                toRead.Add(file);
            }
            else if (file.Upload is { } upload ? known.Modified == upload.Version && known.Hash == upload.Hash : known.Bytes == file.Bytes && known.Modified == file.Modified)
            {
                unchanged.Add(file);
            }
            else if (file.Upload is null && known.Bytes == file.Bytes && known.Hash.Length > 0 && HashOf(file.FullPath) == known.Hash)
            {
                unchanged.Add(file);
                touched.Add(file);
            }
            else
            {
                toRead.Add(file);
            }
        }

        var present = found.Select(static file => file.File).ToHashSet(StringComparer.Ordinal);
        var removed = before?.Files.Keys.Where(file => !present.Contains(file)).ToList() ?? [];
        return new IndexPlan(before, rebuildFrom, toRead, unchanged, touched, removed);
    }

    /// <summary>Null where the file cannot be read now; the run reports it.</summary>
    private static string? HashOf(string path)
    {
        try
        {
            using var content = File.OpenRead(path);
            return Convert.ToHexStringLower(SHA256.HashData(content));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
