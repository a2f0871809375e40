namespace Bot.Discord.Protocol;

/// <param name="Id">The index of an uploaded file, or the id of a file that is already there.</param>
internal sealed record AttachmentReference(string Id, string? Filename = null);
