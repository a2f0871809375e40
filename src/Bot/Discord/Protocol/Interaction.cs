using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Discord.Protocol;

/// <summary>
/// What a member did: a command, a pressed button, a typed letter. Gateway and HTTP deliver the same object.
/// Ids are decimal strings, as on the wire; what Discord may leave out is nullable.
/// </summary>
internal sealed record Interaction
{
    public required string Id { get; init; }

    public string? ApplicationId { get; init; }

    public InteractionType Type { get; init; }

    public InteractionData? Data { get; init; }

    public string? GuildId { get; init; }

    public string? ChannelId { get; init; }

    public Channel? Channel { get; init; }

    /// <summary>Set in a guild; <see cref="User"/> is set in direct messages.</summary>
    public GuildMember? Member { get; init; }

    public User? User { get; init; }

    /// <summary>Authorises the answer for 15 minutes; as secret as the bot's token for that long.</summary>
    public required string Token { get; init; }

    /// <summary>The message that carries the pressed component.</summary>
    public Message? Message { get; init; }

    public string? AppPermissions { get; init; }

    public string? Locale { get; init; }

    public string? GuildLocale { get; init; }

    /// <summary>Who installed the app, by kind of installation; see <see cref="InstallingGuild"/> and <see cref="InstallingUser"/>.</summary>
    public IReadOnlyDictionary<string, JsonElement>? AuthorizingIntegrationOwners { get; init; }

    public InteractionContext? Context { get; init; }

    public long? AttachmentSizeLimit { get; init; }

    /// <summary>The guild that installed the app; "0" in direct messages with it.</summary>
    [JsonIgnore]
    public string? InstallingGuild => Owner("0");

    [JsonIgnore]
    public string? InstallingUser => Owner("1");

    [JsonIgnore]
    public User? Invoker => Member?.User ?? User;

    private string? Owner(string kind) =>
        AuthorizingIntegrationOwners is { } owners && owners.TryGetValue(kind, out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;

    // The generated ToString of a record would print the token.
    public override string ToString() => $"Interaction {Id} ({Type})";
}
