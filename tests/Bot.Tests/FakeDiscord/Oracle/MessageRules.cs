using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Tests.FakeDiscord.Oracle;

/// <summary>What Discord documents about messages and answers and its OpenAPI file does not express; and that nothing may ping.</summary>
internal static class MessageRules
{
    private const int Ephemeral = 64;
    private const int ComponentsV2 = 32768;

    public static IReadOnlyList<string> Callback(JsonNode? body)
    {
        var errors = new List<string>();
        var data = Json.Member(body, "data") as JsonObject;
        switch (Json.Number(Json.Member(body, "type")))
        {
            case 4:
                Message(data, errors, isNew: true);
                break;
            case 5 when data is not null && (data.Any(member => member.Key != "flags") || (Json.Number(data["flags"]) & ~Ephemeral) != 0):
                errors.Add("type 5 may only carry flags=64");
                break;
            case 7:
                Message(data, errors, isNew: false);
                break;
            case 8:
                Choices((data?["choices"] as JsonArray) ?? [], errors);
                break;
            case 9 when Json.Member(data, "components") is JsonArray { Count: > 5 }:
                errors.Add("modal with more than 5 components");
                break;
        }

        return errors;
    }

    public static IReadOnlyList<string> FollowUp(JsonNode? body)
    {
        var errors = new List<string>();
        var data = body as JsonObject;
        Message(data, errors, isNew: true);
        errors.AddRange(new[] { "username", "avatar_url", "thread_name", "applied_tags" }
            .Where(name => data?.ContainsKey(name) == true).Select(name => $"'{name}' is not usable on follow-ups"));
        if (data?["tts"] is { } tts && tts.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
        {
            errors.Add("tts must be boolean");
        }

        return errors;
    }

    public static IReadOnlyList<string> Edit(JsonNode? body)
    {
        var errors = new List<string>();
        Message(body as JsonObject, errors, isNew: false);
        return errors;
    }

    /// <summary>Our own promise, stricter than Discord: every message and every edit says that nobody is to be pinged.</summary>
    public static IReadOnlyList<string> NoPings(JsonNode? message) =>
        Json.Member(Json.Member(message, "allowed_mentions"), "parse") is JsonArray { Count: 0 }
        && Json.Member(message, "allowed_mentions") is JsonObject { Count: 1 }
            ? []
            : ["allowed_mentions must be {\"parse\":[]}"];

    private static void Choices(JsonArray choices, List<string> errors)
    {
        foreach (var (index, choice) in choices.Index())
        {
            if (choice is null)
            {
                errors.Add($"choice {index} is null");
            }
            else if (Json.Length(Json.Member(choice, "value")) > 100)
            {
                errors.Add($"choice {index}: value > 100");
            }
        }
    }

    private static void Message(JsonObject? data, List<string> errors, bool isNew)
    {
        var isV2 = (Json.Number(data?["flags"]) & ComponentsV2) != 0;
        if (isNew && !new[] { "content", "embeds", "components", "attachments", "poll" }.Any(Has))
        {
            errors.Add("empty message");
        }

        if (isV2 && (Has("content") || Has("embeds") || Has("poll")))
        {
            errors.Add("IS_COMPONENTS_V2 with content, embeds or poll");
        }

        Embeds(data?["embeds"], errors);
        Components(data?["components"], isV2, errors);
        errors.AddRange(new[] { "users", "roles" }
            .Where(list => Json.Member(data?["allowed_mentions"], "parse") is JsonArray parse && parse.Any(entry => Json.Text(entry) == list)
                && Json.Member(data?["allowed_mentions"], list) is JsonArray { Count: > 0 })
            .Select(list => $"allowed_mentions: parse '{list}' together with explicit {list}"));

        bool Has(string name) => data?[name] switch
        {
            null => false,
            JsonArray list => list.Count > 0,
            JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>().Length > 0,
            _ => true,
        };
    }

    private static void Embeds(JsonNode? embeds, List<string> errors)
    {
        var total = Json.Objects(embeds).Sum(embed =>
            Json.Length(embed["title"]) + Json.Length(embed["description"])
            + Json.Length(Json.Member(embed["footer"], "text")) + Json.Length(Json.Member(embed["author"], "name"))
            + Json.Objects(embed["fields"]).Sum(field => Json.Length(field["name"]) + Json.Length(field["value"])));
        if (total > 6000)
        {
            errors.Add($"embeds total {total} > 6000");
        }

        if (Json.Objects(embeds).SelectMany(embed => Json.Objects(embed["fields"])).Any(field => Json.Length(field["name"]) == 0 || Json.Length(field["value"]) == 0))
        {
            errors.Add("empty embed field");
        }
    }

    private static void Components(JsonNode? components, bool isV2, List<string> errors)
    {
        var all = Json.Objects(components).SelectMany(Through).ToList();
        if (all.Count > 40)
        {
            errors.Add("more than 40 components");
        }

        if (!isV2 && Json.Objects(components).Count() > 5)
        {
            errors.Add("more than 5 legacy rows");
        }

        if (!isV2 && all.Any(component => Json.Number(component["type"]) is not (1 or 2 or 3 or 5 or 6 or 7 or 8)))
        {
            errors.Add("V2 component without the V2 flag");
        }

        if (Kind(10).Sum(text => Json.Length(text["content"])) > 4000)
        {
            errors.Add("text displays total > 4000");
        }

        if (Kind(10).Any(text => Json.Length(text["content"]) == 0))
        {
            errors.Add("empty text display");
        }

        errors.AddRange(all.Select(component => Json.Text(component["custom_id"])).OfType<string>().GroupBy(id => id)
            .Where(same => same.Count() > 1).Select(same => $"duplicate custom_id {same.Key}"));
        errors.AddRange(Kind(2).Where(button => !IsPaired(button)).Select(_ => "button style/custom_id/url mismatch"));
        errors.AddRange(Kind(1).Select(row => Json.Objects(row["components"]).Select(child => Json.Number(child["type"])).ToList())
            .Where(kinds => kinds.Count > 1 && kinds.Any(kind => kind != 2)).Select(_ => "select must be alone in its row"));

        IEnumerable<JsonObject> Kind(int type) => all.Where(component => Json.Number(component["type"]) == type);
    }

    private static bool IsPaired(JsonObject button) => Json.Number(button["style"]) switch
    {
        5 => Json.Text(button["url"]) is not null && !button.ContainsKey("custom_id"),
        >= 1 and <= 4 => Json.Text(button["custom_id"]) is not null && !button.ContainsKey("url"),
        _ => true,
    };

    private static IEnumerable<JsonObject> Through(JsonObject component) =>
        Json.Objects(component["components"]).Concat(component["accessory"] is JsonObject accessory ? [accessory] : []).SelectMany(Through).Prepend(component);
}
