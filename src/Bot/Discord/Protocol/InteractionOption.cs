using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Discord.Protocol;

/// <summary>An option as the member filled it in; a subcommand is an option with options.</summary>
internal sealed record InteractionOption
{
    public string? Name { get; init; }

    public OptionType Type { get; init; }

    public JsonElement? Value { get; init; }

    public IReadOnlyList<InteractionOption>? Options { get; init; }

    /// <summary>The option being typed, in autocomplete only.</summary>
    public bool? Focused { get; init; }

    /// <summary>The value as text; null for other kinds. Nothing on the client's side is trusted to keep its type.</summary>
    [JsonIgnore]
    public string? Text => Value is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    [JsonIgnore]
    public long? Integer => Value is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : null;

    [JsonIgnore]
    public bool? Flag => Value?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
