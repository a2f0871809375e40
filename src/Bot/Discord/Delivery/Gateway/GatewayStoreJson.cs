using System.Text.Json.Serialization;

namespace Bot.Discord.Delivery.Gateway;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(SavedSessions))]
[JsonSerializable(typeof(IReadOnlyList<DateTimeOffset>))]
internal sealed partial class GatewayStoreJson : JsonSerializerContext;
