using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Bot.Discord.Protocol;

namespace Bot.Discord.Rest;

/// <summary>Answers to interactions: the first response, its edits, and follow-ups. None carries the bot's token.</summary>
internal sealed partial class InteractionRest(
    RestSender sender, FollowUpAllowance allowance, TimeProvider time, ILogger<InteractionRest> logger)
{
    // An edit may overtake the deferral that makes it possible.
    private static readonly TimeSpan[] FirstEditRetries =
        [TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)];

    /// <summary>The first response; due within three seconds after the interaction came.</summary>
    public Task<Delivered> RespondAsync(Interaction interaction, InteractionResponse response, CancellationToken cancellation)
    {
        var (body, files) = Callback(response);
        var call = new RestCall(
            HttpMethod.Post,
            "POST /interactions/{id}/{token}/callback",
            interaction.Token,
            $"interactions/{Uri.EscapeDataString(interaction.Id)}/{Uri.EscapeDataString(interaction.Token)}/callback",
            RouteKind.Callback)
        {
            Body = body,
            Files = files,
        };
        return DeliverAsync(call, interaction, cancellation);
    }

    /// <summary>Edits the first response: the deferral, the answer, or after <see cref="InteractionResponse.DeferredUpdate"/> the component's message.</summary>
    /// <param name="afterDeferral">The first edit after a deferral; a "not there" from Discord is asked again for a few seconds.</param>
    public async Task<Delivered> EditOriginalAsync(
        Interaction interaction, MessageEdit edit, CancellationToken cancellation, bool afterDeferral = false)
    {
        for (var attempt = 0; ; attempt++)
        {
            var call = Webhook(HttpMethod.Patch, interaction, "/messages/@original") with
            {
                Body = JsonSerializer.SerializeToUtf8Bytes(WithFiles(edit), DiscordJson.Default.MessageEdit),
                Files = edit.Files,
            };
            var reply = await sender.SendAsync(call, cancellation);
            if (!afterDeferral || !IsNotThereYet(reply) || attempt == FirstEditRetries.Length)
            {
                return Read(call, interaction, reply);
            }

            await Task.Delay(FirstEditRetries[attempt], time, cancellation);
        }
    }

    public async Task<Message?> GetOriginalAsync(Interaction interaction, CancellationToken cancellation)
    {
        var call = Webhook(HttpMethod.Get, interaction, "/messages/@original");
        var reply = await sender.SendAsync(call, cancellation);
        return Read(call, interaction, reply) is Delivered.Sent && reply is RestReply.Done done ? ReadMessage(done.Body.Span) : null;
    }

    public Task<Delivered> DeleteOriginalAsync(Interaction interaction, CancellationToken cancellation) =>
        DeliverAsync(Webhook(HttpMethod.Delete, interaction, "/messages/@original"), interaction, cancellation);

    /// <summary>A further message. At most five where the app is installed by the user only; never before the first response.</summary>
    public async Task<Delivered> FollowUpAsync(Interaction interaction, MessageCreate message, CancellationToken cancellation)
    {
        var call = Webhook(HttpMethod.Post, interaction, "") with
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(WithFiles(message), DiscordJson.Default.MessageCreate),
            Files = message.Files,
        };
        if (!allowance.TryTake(interaction))
        {
            LogLost(interaction.Id, call.Route, "five follow-ups are all that Discord takes here");
            return new Delivered.Failed();
        }

        return await DeliverAsync(call, interaction, cancellation);
    }

    public Task<Delivered> EditFollowUpAsync(Interaction interaction, string messageId, MessageEdit edit, CancellationToken cancellation) =>
        DeliverAsync(
            Webhook(HttpMethod.Patch, interaction, "/messages/" + Uri.EscapeDataString(messageId), "/messages/{id}") with
            {
                Body = JsonSerializer.SerializeToUtf8Bytes(WithFiles(edit), DiscordJson.Default.MessageEdit),
                Files = edit.Files,
            },
            interaction,
            cancellation);

    public Task<Delivered> DeleteFollowUpAsync(Interaction interaction, string messageId, CancellationToken cancellation) =>
        DeliverAsync(
            Webhook(HttpMethod.Delete, interaction, "/messages/" + Uri.EscapeDataString(messageId), "/messages/{id}"), interaction, cancellation);

    private static RestCall Webhook(HttpMethod method, Interaction interaction, string suffix, string? route = null) => new(
        method,
        $"{method} /webhooks/{{id}}/{{token}}{route ?? suffix}",
        interaction.Token,
        $"webhooks/{Uri.EscapeDataString(interaction.ApplicationId ?? "0")}/{Uri.EscapeDataString(interaction.Token)}{suffix}",
        RouteKind.Webhook);

    private static (byte[] Body, IReadOnlyList<FileUpload> Files) Callback(InteractionResponse response)
    {
        var ready = response switch
        {
            InteractionResponse.Reply reply => new InteractionResponse.Reply(WithFiles(reply.Data)),
            InteractionResponse.Update update => new InteractionResponse.Update(WithFiles(update.Data)),
            _ => response,
        };
        return (JsonSerializer.SerializeToUtf8Bytes(ready, DiscordJson.Default.InteractionResponse), response.Files);
    }

    private static MessageCreate WithFiles(MessageCreate message) =>
        message.Files.Count == 0 ? message : message with { Attachments = Uploads(message.Files) };

    private static MessageEdit WithFiles(MessageEdit edit) =>
        edit.Files.Count == 0 ? edit : edit with { Attachments = [.. edit.Attachments, .. Uploads(edit.Files)] };

    private static IReadOnlyList<AttachmentReference> Uploads(IReadOnlyList<FileUpload> files) =>
        [.. files.Index().Select(file => new AttachmentReference(file.Index.ToString(CultureInfo.InvariantCulture), file.Item.FileName))];

    private static bool IsNotThereYet(RestReply reply) =>
        reply is RestReply.Refused { Error.Code: DiscordErrorCodes.UnknownWebhook or DiscordErrorCodes.UnknownMessage };

    private async Task<Delivered> DeliverAsync(RestCall call, Interaction interaction, CancellationToken cancellation) =>
        Read(call, interaction, await sender.SendAsync(call, cancellation));

    private Delivered Read(RestCall call, Interaction interaction, RestReply reply)
    {
        switch (reply)
        {
            case RestReply.Done done:
                return new Delivered.Sent(call.Kind == RouteKind.Webhook ? ReadMessage(done.Body.Span)?.Id : null);
            case RestReply.Refused { Error.Code: DiscordErrorCodes.AlreadyAcknowledged }:
                return new Delivered.AlreadyAnswered();
            case RestReply.Refused { Error.Code: DiscordErrorCodes.UnknownInteraction or DiscordErrorCodes.UnknownWebhook or DiscordErrorCodes.InvalidWebhookToken } gone:
                LogGone(interaction.Id, call.Route, gone.Error.Code);
                return new Delivered.Gone();
            case RestReply.Refused { Status: 404 } gone:
                LogGone(interaction.Id, call.Route, gone.Error.Code);
                return new Delivered.Gone();
            case RestReply.Refused refused:
                LogRefused(interaction.Id, call.Route, refused.Status, refused.Error.ToString());
                return new Delivered.Failed();
            case RestReply.Unreachable unreachable:
                LogLost(interaction.Id, call.Route, unreachable.Reason);
                return new Delivered.Failed();
            case RestReply.Withheld withheld:
                LogLost(interaction.Id, call.Route, withheld.Reason);
                return new Delivered.Failed();
            default:
                throw new UnreachableException();
        }
    }

    private static Message? ReadMessage(ReadOnlySpan<byte> body)
    {
        try
        {
            return body.IsEmpty ? null : JsonSerializer.Deserialize(body, DiscordJson.Default.Message);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(LogLevel.Information, "Interaction {Interaction} can no longer be answered ({Route}: {Code})")]
    private partial void LogGone(string interaction, string route, int code);

    [LoggerMessage(LogLevel.Error, "Interaction {Interaction}: {Route} was refused with {Status}, {Error}")]
    private partial void LogRefused(string interaction, string route, int status, string error);

    [LoggerMessage(LogLevel.Warning, "Interaction {Interaction}: {Route} was not delivered, {Reason}")]
    private partial void LogLost(string interaction, string route, string reason);
}
