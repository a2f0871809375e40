namespace Bot.Library;

/// <summary>A file that somebody brings: a transcript, or a zip of them.</summary>
/// <param name="Name">As they call it; a claim like its type.</param>
public sealed record UploadedFile(string Name, ReadOnlyMemory<byte> Bytes);
