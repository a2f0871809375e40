using System.Text.Json.Serialization;

namespace Bot.Discord.Protocol;

/// <summary>Everything that the gateway reads and writes, compiled ahead of the first frame.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip)]
[JsonSerializable(typeof(GatewayFrame))]
[JsonSerializable(typeof(GatewayBot))]
[JsonSerializable(typeof(GatewayCommand<GatewayIdentify>), TypeInfoPropertyName = "Identify")]
[JsonSerializable(typeof(GatewayCommand<GatewayResume>), TypeInfoPropertyName = "Resume")]
[JsonSerializable(typeof(GatewayCommand<long?>), TypeInfoPropertyName = "Heartbeat")]
internal sealed partial class GatewayJson : JsonSerializerContext;
