namespace Bot.Discord.Protocol;

/// <summary>A file that someone sent. Name and content type are whatever the sender claims.</summary>
internal sealed record Attachment
{
    public string? Id { get; init; }

    public string? Filename { get; init; }

    public string? Description { get; init; }

    public string? ContentType { get; init; }

    /// <summary>Bytes, as Discord says.</summary>
    public long Size { get; init; }

    /// <summary>Signed and short-lived: fetch it at once, store it never.</summary>
    public string? Url { get; init; }

    public bool? Ephemeral { get; init; }
}
