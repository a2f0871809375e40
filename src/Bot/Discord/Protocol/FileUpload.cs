namespace Bot.Discord.Protocol;

/// <summary>A file sent along with a message.</summary>
internal sealed record FileUpload(string FileName, string ContentType, ReadOnlyMemory<byte> Content);
