using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Bot.Tests.FakeDiscord.Oracle;

/// <summary>Judges a body that we send: by Discord's description where it is at hand, and by what is documented beyond it.</summary>
internal static class BodyOracle
{
    public static IReadOnlyList<string> Check(BodyKind kind, JsonNode? body) => [.. BySpec(kind, body), .. ByRules(kind, body)];

    public static IReadOnlyList<string> ByRules(BodyKind kind, JsonNode? body) => kind switch
    {
        BodyKind.Commands => CommandRules.Check(body),
        BodyKind.Callback => MessageRules.Callback(body),
        BodyKind.FollowUp or BodyKind.Message => MessageRules.FollowUp(body),
        BodyKind.Edit => MessageRules.Edit(body),
        _ => throw new UnreachableException(),
    };

    private static IReadOnlyList<string> BySpec(BodyKind kind, JsonNode? body)
    {
        if (OpenApi.Shared?.Oracle is not { } oracle)
        {
            return [];
        }

        return kind switch
        {
            BodyKind.Commands => oracle.Validate(Commands(), body),
            BodyKind.Callback when CallbackSchema(body) is { } schema => oracle.Validate(schema, body),
            BodyKind.Callback => ["$.type: no callback that Discord knows"],
            // The operation's own union accepts anything that one of its halves does not know.
            BodyKind.FollowUp => oracle.Validate("IncomingWebhookInteractionRequest", body),
            BodyKind.Message => oracle.Validate("MessageCreateRequest", body),
            BodyKind.Edit => oracle.Validate("IncomingWebhookUpdateRequestPartial", body),
            _ => throw new UnreachableException(),
        };
    }

    private static JsonObject Commands() => new()
    {
        ["type"] = "array",
        ["maxItems"] = 130,
        ["items"] = new JsonObject { ["$ref"] = "#/components/schemas/ApplicationCommandUpdateRequest" },
    };

    private static string? CallbackSchema(JsonNode? body) => Json.Number(Json.Member(body, "type")) switch
    {
        1 => "PongInteractionCallbackRequest",
        4 or 5 => "CreateMessageInteractionCallbackRequest",
        6 or 7 => "UpdateMessageInteractionCallbackRequest",
        8 => "ApplicationCommandAutocompleteCallbackRequest",
        9 => "ModalInteractionCallbackRequest",
        _ => null,
    };
}
