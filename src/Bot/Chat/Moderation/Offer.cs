namespace Bot.Chat.Moderation;

/// <summary>What a reply offers to do next.</summary>
internal abstract record Offer
{
    private Offer()
    {
    }

    /// <param name="IsWeighty">It takes something away.</param>
    internal sealed record Step(string Label, ModeratorRequest Request, bool IsWeighty = false) : Offer;

    /// <summary>One of several.</summary>
    internal sealed record Choice(string Prompt, IReadOnlyList<Option> Options) : Offer;

    /// <param name="Present">The role that is set; null for none.</param>
    internal sealed record Role(string Prompt, ServerSetting Setting, string? Present) : Offer;

    internal sealed record Channels(string Prompt, ServerSetting Setting, IReadOnlyList<string> Present, int Most) : Offer;
}

internal sealed record Option(string Label, string Remark, ModeratorRequest Request, bool IsPresent = false);

/// <summary>A form to fill in.</summary>
/// <param name="Request">What it is filled in for.</param>
internal sealed record Form(string Title, ModeratorRequest Request, IReadOnlyList<FormField> Fields);

/// <param name="Value">What stands in it beforehand.</param>
internal sealed record FormField(string Name, string Label, string Hint, string? Value, bool IsRequired, int Longest);

/// <summary>A file to hand out.</summary>
internal sealed record ReplyFile(string Name, string ContentType, ReadOnlyMemory<byte> Content);
