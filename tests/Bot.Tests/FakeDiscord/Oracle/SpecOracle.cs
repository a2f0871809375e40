using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Tests.FakeDiscord.Oracle;

/// <summary>
/// Validates JSON against the schemas of Discord's OpenAPI file: the part of JSON Schema 2020-12 that the file uses, an
/// unknown keyword being an error of ours. Closed: members that no schema declares are violations, which finds misspellings.
/// </summary>
internal sealed class SpecOracle(JsonObject spec, IReadOnlySet<string> overlay)
{
    private static readonly HashSet<string> Keywords =
    [
        "$ref", "type", "enum", "const", "oneOf", "anyOf", "allOf", "properties", "required", "additionalProperties", "items",
        "minItems", "maxItems", "uniqueItems", "minLength", "maxLength", "minimum", "maximum", "pattern", "minProperties",
        "maxProperties", "format",
        "title", "description", "contentEncoding", "x-discord-union", "components",
    ];

    private readonly ConcurrentDictionary<string, Regex> patterns = new();

    public IReadOnlyList<string> Validate(string schemaName, JsonNode? value) => Validate(Named(schemaName), value);

    public IReadOnlyList<string> Validate(JsonNode schema, JsonNode? value)
    {
        var errors = new List<string>();
        Check(schema, value, "$", errors, null, string.Empty);
        return errors;
    }

    private static JsonObject Named(string name) => new() { ["$ref"] = "#/components/schemas/" + name };

    private JsonNode Resolve(string reference) => reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate((JsonNode)spec, (node, step) =>
            node[step.Replace("~1", "/").Replace("~0", "~")] ?? throw new InvalidOperationException("dangling $ref " + reference));

    /// <param name="seen">Members that a schema of the same value has declared; null at a new value.</param>
    /// <param name="name">The schema's name and the member, as overlays are written.</param>
    private void Check(JsonNode node, JsonNode? value, string at, List<string> errors, HashSet<string>? seen, string name)
    {
        var schema = node.AsObject();
        foreach (var keyword in schema.Select(member => member.Key).Where(keyword => !Keywords.Contains(keyword)))
        {
            throw new NotSupportedException($"unsupported keyword '{keyword}' at {name}");
        }

        var declared = seen ?? [];
        var kind = Kind(value);
        if (schema["type"] is { } type && !Fits(type, kind))
        {
            errors.Add($"{at}: expected {type.ToJsonString()}, got {kind}");
            return;
        }

        if (schema["const"] is { } constant && !JsonNode.DeepEquals(constant, value))
        {
            errors.Add($"{at}: must equal {constant.ToJsonString()}");
        }

        if (schema["enum"] is JsonArray allowed && !allowed.Any(entry => JsonNode.DeepEquals(entry, value)))
        {
            errors.Add($"{at}: not one of {allowed.ToJsonString()}");
        }

        if (Json.Text(schema["$ref"]) is { } reference)
        {
            Check(Resolve(reference), value, at, errors, declared, reference[(reference.LastIndexOf('/') + 1)..]);
        }

        foreach (var part in schema["allOf"] as JsonArray ?? [])
        {
            Check(part!, value, at, errors, declared, name);
        }

        CheckAlternatives(schema, "oneOf", value, at, errors, declared, name);
        CheckAlternatives(schema, "anyOf", value, at, errors, declared, name);
        switch (value)
        {
            case JsonObject members:
                CheckObject(schema, members, at, errors, declared, isWhole: seen is null, name);
                break;
            case JsonArray items:
                CheckArray(schema, items, at, errors, name);
                break;
            case JsonValue when kind == "string":
                CheckText(schema, value.GetValue<string>(), at, errors);
                break;
            case JsonValue when kind is "integer" or "number":
                CheckNumber(schema, value, at, errors);
                break;
        }
    }

    private void CheckAlternatives(
        JsonObject schema, string keyword, JsonNode? value, string at, List<string> errors, HashSet<string> declared, string name)
    {
        if (schema[keyword] is not JsonArray alternatives)
        {
            return;
        }

        var results = alternatives.Select(alternative =>
        {
            var found = new List<string>();
            var members = new HashSet<string>(declared);
            Check(alternative!, value, at, found, members, name);
            return (Schema: alternative!, Errors: found, Members: members);
        }).ToList();
        var good = results.Where(result => result.Errors.Count == 0).ToList();
        if (good.Count == 0)
        {
            // For a readable report: the branch for null is never meant, the one with the value's "type" is.
            var candidates = results.Where(result => !IsNullBranch(result.Schema)).ToList();
            var best = candidates.Count == 1 ? candidates[0] : candidates.FirstOrDefault(result => HasTypeOf(result.Schema, value));
            errors.AddRange(best.Errors ?? [$"{at}: matches none of the {candidates.Count} alternatives"]);
            declared.UnionWith((value as JsonObject)?.Select(member => member.Key) ?? []);
        }
        else if (keyword == "oneOf" && good.Count > 1)
        {
            errors.Add($"{at}: matches {good.Count} of the oneOf alternatives");
        }
        else
        {
            good.ForEach(result => declared.UnionWith(result.Members));
        }
    }

    private void CheckObject(
        JsonObject schema, JsonObject members, string at, List<string> errors, HashSet<string> declared, bool isWhole, string name)
    {
        var properties = schema["properties"] as JsonObject;
        errors.AddRange((schema["required"] as JsonArray ?? []).Select(Json.Text)
            .Where(required => !members.ContainsKey(required!)).Select(required => $"{at}: missing required '{required}'"));
        if (schema["minProperties"] is { } fewest && members.Count < fewest.GetValue<int>())
        {
            errors.Add($"{at}: too few members");
        }

        if (schema["maxProperties"] is { } most && members.Count > most.GetValue<int>())
        {
            errors.Add($"{at}: too many members");
        }

        foreach (var (key, child) in members)
        {
            if (properties?[key] is { } property)
            {
                declared.Add(key);
                Check(property, child, $"{at}.{key}", errors, null, $"{name}.{key}");
            }
            else if (overlay.Contains($"{name}.{key}"))
            {
                declared.Add(key);
            }
            else if (schema["additionalProperties"] is JsonObject additional)
            {
                declared.Add(key);
                Check(additional, child, $"{at}.{key}", errors, null, $"{name}.{key}");
            }
            else if (schema["additionalProperties"] is { } flag && !Json.IsTrue(flag))
            {
                errors.Add($"{at}: member '{key}' not allowed");
            }
            else if (schema["additionalProperties"] is not null)
            {
                declared.Add(key);
            }
        }

        if (isWhole && HasMembers(schema))
        {
            errors.AddRange(members.Select(member => member.Key).Where(key => !declared.Contains(key))
                .Select(key => $"{at}: member '{key}' is not declared by the spec"));
        }
    }

    private void CheckArray(JsonObject schema, JsonArray items, string at, List<string> errors, string name)
    {
        if (schema["minItems"] is { } fewest && items.Count < fewest.GetValue<int>())
        {
            errors.Add($"{at}: fewer than {fewest} items");
        }

        if (schema["maxItems"] is { } most && items.Count > most.GetValue<int>())
        {
            errors.Add($"{at}: more than {most} items");
        }

        if (Json.IsTrue(schema["uniqueItems"]) && items.Where((item, i) => items.Take(i).Any(other => JsonNode.DeepEquals(item, other))).Any())
        {
            errors.Add($"{at}: duplicate items");
        }

        if (schema["items"] is { } itemSchema)
        {
            foreach (var (index, item) in items.Index())
            {
                Check(itemSchema, item, $"{at}[{index}]", errors, null, name + "[]");
            }
        }
    }

    private void CheckText(JsonObject schema, string text, string at, List<string> errors)
    {
        var length = Json.CodePoints(text);
        if (schema["minLength"] is { } fewest && length < fewest.GetValue<int>())
        {
            errors.Add($"{at}: shorter than {fewest}");
        }

        if (schema["maxLength"] is { } most && length > most.GetValue<int>())
        {
            errors.Add($"{at}: longer than {most} ({length})");
        }

        if (Json.Text(schema["pattern"]) is { } pattern && !Pattern(pattern).IsMatch(text))
        {
            errors.Add($"{at}: does not match {pattern}");
        }

        var problem = Json.Text(schema["format"]) switch
        {
            "date-time" when !text.Contains('T') || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _) => "not an ISO-8601 date-time",
            "uri" when !Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https" or "attachment" or "discord")
                => "not an absolute http(s)/attachment uri",
            "snowflake" when !ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) => "not a 64-bit snowflake",
            _ => null,
        };
        if (problem is not null)
        {
            errors.Add($"{at}: {problem}");
        }
    }

    private static void CheckNumber(JsonObject schema, JsonNode value, string at, List<string> errors)
    {
        var number = Decimal(value);
        if (schema["minimum"] is { } least && number < Decimal(least))
        {
            errors.Add($"{at}: below {least}");
        }

        if (schema["maximum"] is { } most && number > Decimal(most))
        {
            errors.Add($"{at}: above {most}");
        }

        if (Json.Text(schema["format"]) == "int32" && number is < int.MinValue or > int.MaxValue)
        {
            errors.Add($"{at}: not an int32");
        }
    }

    private Regex Pattern(string text) => patterns.GetOrAdd(text, static pattern => new Regex(pattern, RegexOptions.ECMAScript));

    private static bool Fits(JsonNode type, string kind) =>
        (type is JsonArray kinds ? kinds.Select(Json.Text) : [Json.Text(type)]).Any(name => name == kind || (name == "number" && kind == "integer"));

    private static string Kind(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => Decimal(value) % 1 == 0 ? "integer" : "number",
        _ => "?",
    };

    private static decimal Decimal(JsonNode value) => decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static bool IsNullBranch(JsonNode schema) => schema is JsonObject { Count: 1 } only && Json.Text(only["type"]) == "null";

    private bool HasMembers(JsonObject schema) =>
        schema["properties"] is not null
        || schema["additionalProperties"] is not null
        || (Json.Text(schema["$ref"]) is { } reference && HasMembers(Resolve(reference).AsObject()))
        || new[] { "oneOf", "anyOf", "allOf" }.Any(key => schema[key] is JsonArray parts && parts.Any(part => HasMembers(part!.AsObject())));

    private bool HasTypeOf(JsonNode alternative, JsonNode? value)
    {
        if (Json.Member(value, "type") is not { } type)
        {
            return false;
        }

        var schema = alternative.AsObject();
        while (Json.Text(schema["$ref"]) is { } reference)
        {
            schema = Resolve(reference).AsObject();
        }

        return schema["properties"]?["type"]?["enum"] is JsonArray allowed && allowed.Any(entry => JsonNode.DeepEquals(entry, type));
    }
}
