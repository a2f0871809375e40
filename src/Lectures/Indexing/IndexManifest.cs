using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lectures.Indexing;

/// <summary>What the index holds and from which files, kept in the commit itself so that both change together.</summary>
internal sealed record IndexManifest
{
    private const string Key = "clio";

    /// <summary>Files in one text of the commit. Lucene and .NET make several copies of each, and those of large ones cost a collection of the whole heap.</summary>
    private const int FilesInPart = 64;

    /// <summary><see cref="IndexFormat"/>.</summary>
    public required string Format { get; init; }

    /// <summary>By file, relative to the library's folder.</summary>
    public required IReadOnlyDictionary<string, IndexedFile> Files { get; init; }

    /// <summary>Files that tell of transcripts, by file; null where there are none.</summary>
    public IReadOnlyDictionary<string, IndexedMetadata>? Metadata { get; init; }

    public int Passages => Files.Values.Sum(static file => file.Passages);

    public static IndexManifest? From(IDictionary<string, string> commit)
    {
        IndexManifest? manifest = null;
        var files = new Dictionary<string, IndexedFile>(StringComparer.Ordinal);
        for (var part = 0; commit.TryGetValue(KeyOf(part), out var json); part++)
        {
            // Read member by member, as this is on the way to the first answer, where setting up a deserializer takes longer than its work.
            using var document = JsonDocument.Parse(json);
            foreach (var file in document.RootElement.GetProperty(nameof(Files)).EnumerateObject())
            {
                files[file.Name] = IndexedFile.From(file.Value);
            }

            manifest ??= new IndexManifest { Format = document.RootElement.GetProperty(nameof(Format)).GetString() ?? "", Files = files, Metadata = MetadataOf(document.RootElement) };
        }

        return manifest;
    }

    private static Dictionary<string, IndexedMetadata>? MetadataOf(JsonElement manifest)
    {
        if (!manifest.TryGetProperty(nameof(Metadata), out var files) || files.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var metadata = new Dictionary<string, IndexedMetadata>(StringComparer.Ordinal);
        foreach (var file in files.EnumerateObject())
        {
            metadata[file.Name] = IndexedMetadata.From(file.Value);
        }

        return metadata;
    }

    /// <summary>Parts of the same form; the first one holds what is not of a single file.</summary>
    public IDictionary<string, string> ToCommit()
    {
        var parts = Files.Chunk(FilesInPart).Select(static files => new Dictionary<string, IndexedFile>(files, StringComparer.Ordinal)).DefaultIfEmpty([]);
        return parts.Select((files, part) => part == 0 ? this with { Files = files } : new IndexManifest { Format = Format, Files = files })
            .Select(static (manifest, part) => (Key: KeyOf(part), Text: JsonSerializer.Serialize(manifest, ManifestJson.Default.IndexManifest)))
            .ToDictionary(static part => part.Key, static part => part.Text, StringComparer.Ordinal);
    }

    private static string KeyOf(int part) => part == 0 ? Key : string.Create(CultureInfo.InvariantCulture, $"{Key} {part}");
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
    long Bytes, long Modified, string Hash, int Passages, int Words, int LinesSetAside, string? Rejected = null, int? RejectedLine = null, string? Metadata = null)
{
    /// <summary>A member that was not written has its type's default.</summary>
    public static IndexedFile From(JsonElement json) => new(
        Number(json, nameof(Bytes)) ?? 0,
        Number(json, nameof(Modified)) ?? 0,
        Text(json, nameof(Hash)) ?? "",
        (int)(Number(json, nameof(Passages)) ?? 0),
        (int)(Number(json, nameof(Words)) ?? 0),
        (int)(Number(json, nameof(LinesSetAside)) ?? 0),
        Text(json, nameof(Rejected)),
        (int?)Number(json, nameof(RejectedLine)),
        Text(json, nameof(Metadata)));

    internal static long? Number(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetInt64() : null;

    internal static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
}

/// <summary>A file that tells of transcripts, as it was last read.</summary>
/// <param name="Hash"><see cref="FoundMetadata.Hash"/>.</param>
/// <param name="Rejected">Why not all of it was read; null for a good one.</param>
/// <param name="RejectedLine">From 1.</param>
internal sealed record IndexedMetadata(string Hash, string? Rejected = null, int? RejectedLine = null)
{
    public static IndexedMetadata From(JsonElement json) => new(
        IndexedFile.Text(json, nameof(Hash)) ?? "", IndexedFile.Text(json, nameof(Rejected)), (int?)IndexedFile.Number(json, nameof(RejectedLine)));
}

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(IndexManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
