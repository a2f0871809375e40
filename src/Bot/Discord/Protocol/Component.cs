using System.Text.Json.Serialization;

namespace Bot.Discord.Protocol;

/// <summary>
/// A part of a message or modal, in both directions. A kind that is not listed (Discord adds some every year) reads as
/// this record itself and is not sent.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(ActionRow), 1)]
[JsonDerivedType(typeof(Button), 2)]
[JsonDerivedType(typeof(StringSelect), 3)]
[JsonDerivedType(typeof(TextInput), 4)]
[JsonDerivedType(typeof(RoleSelect), 6)]
[JsonDerivedType(typeof(ChannelSelect), 8)]
[JsonDerivedType(typeof(Section), 9)]
[JsonDerivedType(typeof(TextDisplay), 10)]
[JsonDerivedType(typeof(Separator), 14)]
[JsonDerivedType(typeof(Container), 17)]
[JsonDerivedType(typeof(Labelled), 18)]
[JsonDerivedType(typeof(FileInput), 19)]
internal record Component
{
    public int? Id { get; init; }

    /// <summary>1–5 buttons, or one select.</summary>
    internal sealed record ActionRow : Component
    {
        public IReadOnlyList<Component>? Components { get; init; }
    }

    internal sealed record Button : Component
    {
        public ButtonStyle Style { get; init; }

        /// <summary>At most 80; about 38 are seen.</summary>
        public string? Label { get; init; }

        /// <summary>1–100, unique in the message; absent on links.</summary>
        public string? CustomId { get; init; }

        /// <summary>At most 512; links only.</summary>
        public string? Url { get; init; }

        public bool? Disabled { get; init; }

        public ButtonEmoji? Emoji { get; init; }

        public static Button Action(string customId, string label, ButtonStyle style = ButtonStyle.Secondary) =>
            new() { Style = style, Label = label, CustomId = customId };

        public static Button Link(Uri url, string label) =>
            new() { Style = ButtonStyle.Link, Label = label, Url = url.AbsoluteUri };
    }

    /// <summary>Up to 25 choices; alone in its row.</summary>
    internal sealed record StringSelect : Component
    {
        public string? CustomId { get; init; }

        public string? Placeholder { get; init; }

        public int? MinValues { get; init; }

        public int? MaxValues { get; init; }

        public bool? Disabled { get; init; }

        /// <summary>In a modal only.</summary>
        public bool? Required { get; init; }

        public IReadOnlyList<SelectOption>? Options { get; init; }

        /// <summary>What was chosen; in a submitted modal only.</summary>
        public IReadOnlyList<string>? Values { get; init; }
    }

    /// <summary>Roles of the server, which Discord lists; what was chosen comes beside <see cref="InteractionData.Resolved"/>.</summary>
    internal sealed record RoleSelect : Component
    {
        public string? CustomId { get; init; }

        public string? Placeholder { get; init; }

        public int? MinValues { get; init; }

        public int? MaxValues { get; init; }

        public IReadOnlyList<SelectDefault>? DefaultValues { get; init; }
    }

    /// <summary>Likewise channels.</summary>
    internal sealed record ChannelSelect : Component
    {
        public string? CustomId { get; init; }

        public string? Placeholder { get; init; }

        public IReadOnlyList<int>? ChannelTypes { get; init; }

        public int? MinValues { get; init; }

        public int? MaxValues { get; init; }

        public IReadOnlyList<SelectDefault>? DefaultValues { get; init; }
    }

    /// <summary>In a modal, inside a <see cref="Labelled"/>.</summary>
    internal sealed record TextInput : Component
    {
        public string? CustomId { get; init; }

        public TextInputStyle? Style { get; init; }

        public string? Placeholder { get; init; }

        /// <summary>Prefilled when sent, entered when received.</summary>
        public string? Value { get; init; }

        public bool? Required { get; init; }

        public int? MinLength { get; init; }

        public int? MaxLength { get; init; }
    }

    /// <summary>1–3 texts with a button beside them.</summary>
    internal sealed record Section : Component
    {
        public IReadOnlyList<Component>? Components { get; init; }

        public Component? Accessory { get; init; }
    }

    /// <summary>Markdown, 1–4,000; the texts of one message share 4,000.</summary>
    internal sealed record TextDisplay : Component
    {
        public string? Content { get; init; }
    }

    internal sealed record Separator : Component
    {
        public bool? Divider { get; init; }

        /// <summary>1 small, 2 large.</summary>
        public int? Spacing { get; init; }
    }

    internal sealed record Container : Component
    {
        public int? AccentColor { get; init; }

        public IReadOnlyList<Component>? Components { get; init; }
    }

    /// <summary>In a modal: a caption over one input.</summary>
    internal sealed record Labelled : Component
    {
        /// <summary>1–45.</summary>
        [JsonPropertyName("label")]
        public string? Text { get; init; }

        public string? Description { get; init; }

        [JsonPropertyName("component")]
        public Component? Input { get; init; }
    }

    /// <summary>In a modal: up to ten files; submitted as attachment ids.</summary>
    internal sealed record FileInput : Component
    {
        public string? CustomId { get; init; }

        public int? MinValues { get; init; }

        public int? MaxValues { get; init; }

        public bool? Required { get; init; }

        public IReadOnlyList<string>? Values { get; init; }
    }
}
