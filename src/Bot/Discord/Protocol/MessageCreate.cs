using System.Text.Json.Serialization;

namespace Bot.Discord.Protocol;

/// <summary>A new message: the answer to an interaction, or a follow-up. Lengths are code points, after trimming.</summary>
internal sealed record MessageCreate
{
    /// <summary>At most 2,000; not together with <see cref="MessageFlags.ComponentsV2"/>.</summary>
    public string? Content { get; init; }

    /// <summary>At most 10, and 6,000 characters over all of them; not together with <see cref="MessageFlags.ComponentsV2"/>.</summary>
    public IReadOnlyList<Embed>? Embeds { get; init; }

    public MessageFlags? Flags { get; init; }

    /// <summary>Five rows, or with <see cref="MessageFlags.ComponentsV2"/> 40 components counted through.</summary>
    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>Set by the sender for <see cref="Files"/>.</summary>
    public IReadOnlyList<AttachmentReference>? Attachments { get; init; }

#pragma warning disable CA1822 // A member of the JSON object, not of the type.
    public AllowedMentions AllowedMentions => AllowedMentions.None;
#pragma warning restore CA1822

    /// <summary>Uploaded beside the JSON; the whole request may have 25 MiB.</summary>
    [JsonIgnore]
    public IReadOnlyList<FileUpload> Files { get; init; } = [];

    [JsonIgnore]
    public bool IsEphemeral => Flags is { } flags && flags.HasFlag(MessageFlags.Ephemeral);

    /// <summary>
    /// The same text as the content of a message that exists. Whether it is private was settled when it was made, and
    /// Discord refuses to hear it again.
    /// </summary>
    public MessageEdit ToEdit() => new()
    {
        Content = Content,
        Embeds = Embeds ?? [],
        Flags = (Flags & ~MessageFlags.Ephemeral) is { } rest and not MessageFlags.None ? rest : null,
        Components = Components ?? [],
        Files = Files,
    };
}
