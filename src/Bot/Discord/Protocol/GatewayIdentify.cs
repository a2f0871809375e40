using System.Text.Json.Serialization;

namespace Bot.Discord.Protocol;

/// <summary>The body of op 2.</summary>
/// <param name="Token">The bare token; the "Bot " prefix belongs to the HTTP header only.</param>
/// <param name="Shard">[id, count]; absent where there is one shard.</param>
internal sealed record GatewayIdentify(
    string Token,
    GatewayIdentifyProperties Properties,
    int Intents,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<int>? Shard)
{
    // The generated ToString of a record would print the token.
    public override string ToString() => nameof(GatewayIdentify);
}
