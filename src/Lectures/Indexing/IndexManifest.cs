using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lectures.Indexing;

/// <summary>What the index holds and from which files, kept in the commit itself so that both change together.</summary>
internal sealed record IndexManifest
{
    private const string Key = "clio";

    /// <summary><see cref="IndexFormat"/>.</summary>
    public required string Format { get; init; }

    /// <summary>By file, relative to the library's folder.</summary>
    public required IReadOnlyDictionary<string, IndexedFile> Files { get; init; }

    /// <summary>Files that tell of transcripts, by file; null where there are none.</summary>
    public IReadOnlyDictionary<string, IndexedMetadata>? Metadata { get; init; }

    public int Passages => Files.Values.Sum(static file => file.Passages);

    public static IndexManifest? From(IDictionary<string, string> commit) =>
        commit.TryGetValue(Key, out var json) ? JsonSerializer.Deserialize(json, ManifestJson.Default.IndexManifest) : null;

    public IDictionary<string, string> ToCommit() =>
        new Dictionary<string, string>(StringComparer.Ordinal) { [Key] = JsonSerializer.Serialize(this, ManifestJson.Default.IndexManifest) };
}

/// <summary>One file as it was last read.</summary>
/// <param name="Bytes">Its length.</param>
/// <param name="Modified">Its last write, in UTC ticks; with <paramref name="Bytes"/> it tells an unchanged file without opening it.</param>
/// <param name="Hash">SHA-256 of its content, in hexadecimal; empty for a file that was refused unread.</param>
/// <param name="Passages">In the index; of the last good version where the present one was rejected.</param>
/// <param name="Rejected">Why the present content was not read; null for a good one.</param>
/// <param name="RejectedLine">From 1.</param>
/// <param name="Metadata">The content of the files that tell of this one, as <see cref="FoundFile.MetadataHash"/>.</param>
internal sealed record IndexedFile(
    long Bytes, long Modified, string Hash, int Passages, int Words, int LinesSetAside, string? Rejected = null, int? RejectedLine = null, string? Metadata = null);

/// <summary>A file that tells of transcripts, as it was last read.</summary>
/// <param name="Hash"><see cref="FoundMetadata.Hash"/>.</param>
/// <param name="Rejected">Why not all of it was read; null for a good one.</param>
/// <param name="RejectedLine">From 1.</param>
internal sealed record IndexedMetadata(string Hash, string? Rejected = null, int? RejectedLine = null);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(IndexManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
