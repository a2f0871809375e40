using System.Text.Json.Serialization;

namespace Bot.Discord.Protocol;

/// <summary>
/// The first answer to an interaction; each case carries exactly what Discord accepts with its type. Which case fits which
/// interaction: updates only components, choices only autocomplete, a modal anything but a modal.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Pong), 1)]
[JsonDerivedType(typeof(Reply), 4)]
[JsonDerivedType(typeof(DeferredReply), 5)]
[JsonDerivedType(typeof(DeferredUpdate), 6)]
[JsonDerivedType(typeof(Update), 7)]
[JsonDerivedType(typeof(Choices), 8)]
[JsonDerivedType(typeof(Modal), 9)]
internal abstract record InteractionResponse
{
    private InteractionResponse()
    {
    }

    /// <summary>What is uploaded beside the JSON.</summary>
    [JsonIgnore]
    public IReadOnlyList<FileUpload> Files => this switch
    {
        Reply reply => reply.Data.Files,
        Update update => update.Data.Files,
        _ => [],
    };

    internal sealed record Pong : InteractionResponse;

    internal sealed record Reply(MessageCreate Data) : InteractionResponse;

    /// <summary>"Clio is thinking …". Whether the answer will be private is decided here and cannot change.</summary>
    internal sealed record DeferredReply(DeferredFlags? Data = null) : InteractionResponse
    {
        public static DeferredReply Public { get; } = new();

        public static DeferredReply Private { get; } = new(new DeferredFlags(MessageFlags.Ephemeral));
    }

    /// <summary>The component's message will be edited; nothing is shown until then.</summary>
    internal sealed record DeferredUpdate : InteractionResponse;

    internal sealed record Update(MessageEdit Data) : InteractionResponse;

    internal sealed record Choices(ChoiceList Data) : InteractionResponse
    {
        public static Choices None { get; } = new(new ChoiceList([]));
    }

    internal sealed record Modal(ModalForm Data) : InteractionResponse;
}

internal sealed record DeferredFlags(MessageFlags Flags);

/// <param name="Choices">At most 25; name 1–100, value at most 100.</param>
internal sealed record ChoiceList(IReadOnlyList<CommandChoice> Choices);

/// <param name="Title">1–45.</param>
/// <param name="Components">1–5 labels or texts.</param>
internal sealed record ModalForm(string CustomId, string Title, IReadOnlyList<Component> Components);
