using System.Text.Json.Serialization;

namespace Bot.Discord.Protocol;

/// <summary>
/// A message's new content as a whole: what is not given is removed. Discord keeps members that are left out, re-reads
/// mentions unless told not to, and demands empty content and embeds for a turn to components, so all of it is always said.
/// </summary>
internal sealed record MessageEdit
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Content { get; init; }

    public IReadOnlyList<Embed> Embeds { get; init; } = [];

    public MessageFlags? Flags { get; init; }

    public IReadOnlyList<Component> Components { get; init; } = [];

    /// <summary>Files to keep, and by the sender the ones in <see cref="Files"/>.</summary>
    public IReadOnlyList<AttachmentReference> Attachments { get; init; } = [];

#pragma warning disable CA1822 // A member of the JSON object, not of the type.
    public AllowedMentions AllowedMentions => AllowedMentions.None;
#pragma warning restore CA1822

    [JsonIgnore]
    public IReadOnlyList<FileUpload> Files { get; init; } = [];
}
