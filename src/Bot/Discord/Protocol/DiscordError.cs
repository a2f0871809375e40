using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Discord.Protocol;

/// <summary>Why a call was refused. <see cref="Code"/> is one of <see cref="DiscordErrorCodes"/> or another number; 0 when there was no JSON.</summary>
internal sealed record DiscordError
{
    public int Code { get; init; }

    public string? Message { get; init; }

    public JsonElement? Errors { get; init; }

    /// <summary>The nested errors, flattened: <c>0.options[1].name</c> beside code and words.</summary>
    [JsonIgnore]
    public IReadOnlyList<FieldError> Fields => Errors is { } errors ? FieldError.ReadAll(errors) : [];

    public override string ToString()
    {
        var fields = string.Join("; ", Fields.Select(field => field.ToString()));
        return fields.Length == 0 ? $"{Code} {Message}" : $"{Code} {Message}: {fields}";
    }
}
