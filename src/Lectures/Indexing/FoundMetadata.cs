using System.Security.Cryptography;
using Lectures.Transcripts;
using Lectures.Transcripts.Metadata;

namespace Lectures.Indexing;

/// <summary>
/// A file that tells of transcripts, as the folder shows it. It is known by its content, which is small; what it says is only read
/// where a transcript needs it, so that nothing is loaded for a library that has not changed.
/// </summary>
internal sealed class FoundMetadata
{
    private readonly Lazy<byte[]?> content;
    private readonly Lazy<string> hash;
    private readonly Lazy<MetadataResult> result;

    /// <param name="file">Relative to the library's folder, with forward slashes.</param>
    public FoundMetadata(string file, string fullPath)
    {
        File = file;
        content = new Lazy<byte[]?>(() => Content(fullPath));
        hash = new Lazy<string>(() => content.Value is { } bytes ? Convert.ToHexStringLower(SHA256.HashData(bytes)) : "");
        result = new Lazy<MetadataResult>(() => content.Value is { } bytes ? MetadataReader.Read(file, bytes) : CannotBeOpened(file));
    }

    public string File { get; }

    /// <summary>SHA-256 in hexadecimal; empty where the file cannot be opened.</summary>
    public string Hash => hash.Value;

    public MetadataResult Result => result.Value;

    /// <summary>One byte more than is read tells a file that is too large.</summary>
    private static byte[]? Content(string path)
    {
        try
        {
            using var stream = System.IO.File.OpenRead(path);
            var bytes = new byte[Math.Min(stream.Length, MetadataFile.MaxBytes + 1)];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static MetadataResult CannotBeOpened(string file) =>
        MetadataResult.None with { Unread = new ParseResult.Rejected(file, null, "The file cannot be opened. Check that it may be read.") };
}
