using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bot.Discord.Protocol;

namespace Bot.Discord.Rest;

/// <summary>The routes that belong to the bot itself. They throw <see cref="DiscordRestException"/> when Discord does not give what was asked for.</summary>
internal sealed class DiscordRest(RestSender sender)
{
    /// <summary>Where to connect and how many IDENTIFYs are left; the gateway reads the rest.</summary>
    public Task<JsonElement> GetGatewayBotAsync(CancellationToken cancellation) =>
        GetAsync(Get("/gateway/bot", "gateway/bot"), DiscordJson.Default.JsonElement, cancellation);

    public Task<Application> GetApplicationAsync(CancellationToken cancellation) =>
        GetAsync(Get("/applications/@me", "applications/@me"), DiscordJson.Default.Application, cancellation);

    /// <summary>The guilds that installed the bot, after the given id, at most 200.</summary>
    public Task<IReadOnlyList<PartialGuild>> GetGuildsAsync(string? after, CancellationToken cancellation) =>
        GetAsync(
            Get("/users/@me/guilds", "users/@me/guilds" + (after is null ? "" : "?after=" + Uri.EscapeDataString(after))),
            DiscordJson.Default.IReadOnlyListPartialGuild,
            cancellation);

    /// <summary>The registered commands with all localisations; of one guild, or the global ones.</summary>
    public Task<IReadOnlyList<ApplicationCommand>> GetCommandsAsync(string applicationId, string? guildId, CancellationToken cancellation) =>
        GetAsync(
            new RestCall(HttpMethod.Get, "GET " + CommandRoute(guildId), guildId ?? "", CommandPath(applicationId, guildId) + "?with_localizations=true", RouteKind.Bot),
            DiscordJson.Default.IReadOnlyListApplicationCommand,
            cancellation);

    /// <summary>Replaces all commands of all kinds.</summary>
    public Task<RestReply> PutCommandsAsync(
        string applicationId, string? guildId, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellation) =>
        sender.SendAsync(
            new RestCall(HttpMethod.Put, "PUT " + CommandRoute(guildId), guildId ?? "", CommandPath(applicationId, guildId), RouteKind.Bot)
            {
                Body = JsonSerializer.SerializeToUtf8Bytes(commands, DiscordJson.Default.IReadOnlyListApplicationCommand),
            },
            cancellation);

    /// <summary>A message that answers no interaction; the bot must be allowed to write in the channel.</summary>
    public Task<RestReply> PostMessageAsync(string channelId, MessageCreate message, CancellationToken cancellation) => sender.SendAsync(
        new RestCall(HttpMethod.Post, "POST /channels/{id}/messages", channelId, $"channels/{Uri.EscapeDataString(channelId)}/messages", RouteKind.Bot)
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(message, DiscordJson.Default.MessageCreate),
        },
        cancellation);

    private static string CommandRoute(string? guildId) =>
        guildId is null ? "/applications/{id}/commands" : "/applications/{id}/guilds/{id}/commands";

    private static string CommandPath(string applicationId, string? guildId) =>
        guildId is null
            ? $"applications/{Uri.EscapeDataString(applicationId)}/commands"
            : $"applications/{Uri.EscapeDataString(applicationId)}/guilds/{Uri.EscapeDataString(guildId)}/commands";

    private static RestCall Get(string route, string path) => new(HttpMethod.Get, "GET " + route, "", path, RouteKind.Bot);

    private async Task<T> GetAsync<T>(RestCall call, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        var reply = await sender.SendAsync(call, cancellation);
        if (reply is not RestReply.Done done)
        {
            throw DiscordRestException.From(call, reply);
        }

        try
        {
            return JsonSerializer.Deserialize(done.Body.Span, type) ?? throw DiscordRestException.From(call, reply);
        }
        catch (JsonException)
        {
            throw DiscordRestException.From(call, reply);
        }
    }
}
