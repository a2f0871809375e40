using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Discord.Protocol;

/// <summary>Everything that is read from and written to Discord, compiled ahead of the first message.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip)]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(InteractionResponse))]
[JsonSerializable(typeof(MessageCreate))]
[JsonSerializable(typeof(MessageEdit))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(IReadOnlyList<ApplicationCommand>))]
[JsonSerializable(typeof(Application))]
[JsonSerializable(typeof(IReadOnlyList<PartialGuild>))]
[JsonSerializable(typeof(DiscordError))]
[JsonSerializable(typeof(RateLimitNotice))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(string))]
internal sealed partial class DiscordJson : JsonSerializerContext;
