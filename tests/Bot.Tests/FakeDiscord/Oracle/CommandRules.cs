using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Tests.FakeDiscord.Oracle;

/// <summary>What Discord documents about commands and its OpenAPI file does not express.</summary>
internal static partial class CommandRules
{
    private static readonly HashSet<string> Locales =
        [.. "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko".Split(' ')];

    private static readonly Dictionary<int, int> MostPerType = new() { [1] = 100, [2] = 15, [3] = 15, [4] = 1 };

    public static IReadOnlyList<string> Check(JsonNode? body)
    {
        var errors = new List<string>();
        foreach (var command in Json.Objects(body))
        {
            Command(command, errors);
        }

        foreach (var same in Json.Objects(body).GroupBy(command => (Type(command), Json.Text(command["name"]))).Where(group => group.Count() > 1))
        {
            errors.Add($"duplicate command {same.Key}");
        }

        foreach (var (type, most) in MostPerType.Where(limit => Json.Objects(body).Count(command => Type(command) == limit.Key) > limit.Value))
        {
            errors.Add($"more than {most} commands of type {type}");
        }

        return errors;
    }

    private static int Type(JsonObject command) => command["type"] is null ? 1 : Json.Number(command["type"]);

    private static void Command(JsonObject command, List<string> errors)
    {
        var name = Json.Text(command["name"]) ?? string.Empty;
        var isSlash = Type(command) == 1;
        if (isSlash)
        {
            Name(name, $"/{name}", errors);
            if (Json.Length(command["description"]) == 0)
            {
                errors.Add($"/{name}: a slash command needs a description");
            }

            if (Budget(command) is > 8000 and var size)
            {
                errors.Add($"/{name}: exceeds 8000 characters ({size})");
            }

            Options(command["options"], $"/{name}", depth: 0, errors);
        }
        else
        {
            if (!string.IsNullOrEmpty(Json.Text(command["description"])))
            {
                errors.Add($"{name}: description not allowed for type {Type(command)}");
            }

            if (Json.Objects(command["options"]).Any())
            {
                errors.Add($"{name}: options not allowed for type {Type(command)}");
            }
        }

        Localisations(command, name, isSlash, errors);
    }

    private static void Options(JsonNode? options, string at, int depth, List<string> errors)
    {
        var all = Json.Objects(options).ToList();
        if (all.Any(IsSubcommand) && !all.All(IsSubcommand))
        {
            errors.Add($"{at}: subcommands and plain options together");
        }

        if (depth > 0 && all.Any(option => Json.Number(option["type"]) == 2))
        {
            errors.Add($"{at}: a group inside another");
        }

        if (all.Count > 25)
        {
            errors.Add($"{at}: more than 25 options");
        }

        if (all.SkipWhile(option => IsSubcommand(option) || Json.IsTrue(option["required"])).Any(option => Json.IsTrue(option["required"])))
        {
            errors.Add($"{at}: required after optional");
        }

        foreach (var same in all.GroupBy(option => Json.Text(option["name"])).Where(group => group.Count() > 1))
        {
            errors.Add($"{at}: duplicate option name {same.Key}");
        }

        UniqueInEveryLocale(all, at, errors);
        foreach (var option in all)
        {
            Option(option, $"{at} {Json.Text(option["name"])}", depth, errors);
        }
    }

    private static void Option(JsonObject option, string at, int depth, List<string> errors)
    {
        Name(Json.Text(option["name"]) ?? string.Empty, at, errors);
        if (Json.IsTrue(option["autocomplete"]) && option["choices"] is JsonArray { Count: > 0 })
        {
            errors.Add($"{at}: autocomplete with choices");
        }

        foreach (var choice in Json.Objects(option["choices"]))
        {
            if (Json.Length(choice["value"]) > 100)
            {
                errors.Add($"{at}: choice value > 100");
            }

            Localisations(choice, at, isName: false, errors);
        }

        Localisations(option, at, isName: true, errors);
        if (IsSubcommand(option))
        {
            Options(option["options"], at, depth + 1, errors);
        }
        else if (Json.Objects(option["options"]).Any())
        {
            errors.Add($"{at}: only subcommands have options");
        }
    }

    private static bool IsSubcommand(JsonObject option) => Json.Number(option["type"]) is 1 or 2;

    private static void Name(string name, string at, List<string> errors)
    {
        if (!CommandName().IsMatch(name) || name.EnumerateRunes().Any(rune => Rune.ToLowerInvariant(rune) != rune))
        {
            errors.Add($"{at}: bad name '{name}'");
        }
    }

    private static void Localisations(JsonObject named, string at, bool isName, List<string> errors)
    {
        foreach (var (locale, text) in (named["name_localizations"] as JsonObject ?? []).Concat(named["description_localizations"] as JsonObject ?? []))
        {
            if (!Locales.Contains(locale))
            {
                errors.Add($"{at}: unknown locale '{locale}'");
            }

            if (Json.Length(text) == 0)
            {
                errors.Add($"{at}: empty text for '{locale}'");
            }
        }

        foreach (var (_, text) in isName ? named["name_localizations"] as JsonObject ?? [] : [])
        {
            Name(Json.Text(text) ?? string.Empty, at, errors);
        }
    }

    private static void UniqueInEveryLocale(List<JsonObject> options, string at, List<string> errors)
    {
        foreach (var locale in Locales)
        {
            var names = options.Select(option => Json.Text(Json.Member(option["name_localizations"], locale)) ?? Json.Text(option["name"])).ToList();
            if (names.Distinct().Count() < names.Count)
            {
                errors.Add($"{at}: duplicate option name in {locale}");
            }
        }
    }

    /// <summary>Name, description and value, through all levels; of localisations the longest counts.</summary>
    private static int Budget(JsonObject node)
    {
        return Longest("name") + Longest("description") + Json.Length(node["value"])
            + Json.Objects(node["options"]).Sum(Budget) + Json.Objects(node["choices"]).Sum(Budget);

        int Longest(string field) =>
            Math.Max(Json.Length(node[field]), (node[field + "_localizations"] as JsonObject ?? []).Select(text => Json.Length(text.Value)).DefaultIfEmpty().Max());
    }

    [GeneratedRegex(@"^[-_'\p{L}\p{N}\p{IsDevanagari}\p{IsThai}]{1,32}$", RegexOptions.CultureInvariant)]
    private static partial Regex CommandName();
}
