namespace Bot.Discord.Protocol;

/// <summary>Limits in code points: title 256, description 4,096, 25 fields, and 6,000 over all embeds of a message.</summary>
internal sealed record Embed
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? Url { get; init; }

    public int? Color { get; init; }

    public EmbedAuthor? Author { get; init; }

    public EmbedFooter? Footer { get; init; }

    public IReadOnlyList<EmbedField>? Fields { get; init; }
}

/// <param name="Name">At most 256.</param>
internal sealed record EmbedAuthor(string Name, string? Url = null);

/// <param name="Text">At most 2,048.</param>
internal sealed record EmbedFooter(string Text);

/// <param name="Name">1–256.</param>
/// <param name="Value">1–1,024.</param>
internal sealed record EmbedField(string Name, string Value, bool? Inline = null);
