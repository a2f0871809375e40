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

    public static IndexManifest? From(IDictionary<string, string> commit)
    {
        if (!commit.TryGetValue(Key, out var json))
        {
            return null;
        }

        // Read member by member, as this is on the way to the first answer, where setting up a deserializer takes longer than its work.
        using var document = JsonDocument.Parse(json);
        var files = new Dictionary<string, IndexedFile>(StringComparer.Ordinal);
        foreach (var file in document.RootElement.GetProperty(nameof(Files)).EnumerateObject())
        {
            files[file.Name] = IndexedFile.From(file.Value);
        }

        return new IndexManifest { Format = document.RootElement.GetProperty(nameof(Format)).GetString() ?? "", Files = files, Metadata = MetadataOf(document.RootElement) };
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
