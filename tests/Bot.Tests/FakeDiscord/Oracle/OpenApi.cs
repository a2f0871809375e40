using System.Text.Json.Nodes;

namespace Bot.Tests.FakeDiscord.Oracle;

/// <summary>Discord's description of its HTTP interface, pinned beside the repository and not part of it.</summary>
internal sealed class OpenApi
{
    public const string Absent = "openapi.json is not there (../shared/discord): bodies were checked against the documented rules only";

    private static readonly HashSet<string> Overlay =
    [
        // Documented, and not yet in the pinned file.
        "ApplicationCommandUpdateRequest.nsfw", "ApplicationCommandAttachmentOption.file_types",
    ];

    private readonly JsonObject paths;

    private OpenApi(JsonObject spec)
    {
        Oracle = new SpecOracle(spec, Overlay);
        paths = spec["paths"]!.AsObject();
    }

    public static OpenApi? Shared { get; } = Load();

    public SpecOracle Oracle { get; }

    /// <summary>Why a request is unknown to Discord, or null.</summary>
    /// <param name="path">Below the base address.</param>
    public string? Problem(string method, string path, IEnumerable<string> query)
    {
        var templates = paths.Where(entry => Matches(entry.Key, path)).OrderBy(entry => entry.Key.Count(c => c == '{')).ToList();
        if (templates.Count == 0)
        {
            return $"unknown path {path}";
        }

        if (templates.Select(entry => entry.Value![method.ToLowerInvariant()]).OfType<JsonObject>().FirstOrDefault() is not { } operation)
        {
            return $"unknown method {method} {path}";
        }

        var known = Json.Objects(operation["parameters"]).Where(parameter => Json.Text(parameter["in"]) == "query").Select(parameter => Json.Text(parameter["name"]));
        return query.Except(known).FirstOrDefault() is { } unknown ? $"unknown query parameter {unknown} of {method} {path}" : null;
    }

    private static bool Matches(string template, string path)
    {
        var (wanted, given) = (template.Split('/'), path.Split('/'));
        return wanted.Length == given.Length
            && wanted.Zip(given).All(pair => pair.First.StartsWith('{') ? pair.Second.Length > 0 && pair.Second != "@me" : pair.First == pair.Second);
    }

    private static OpenApi? Load()
    {
        var file = Repository.SharedFolder is { } shared ? Path.Combine(shared, "discord", "openapi.json") : null;
        return File.Exists(file) ? new OpenApi(JsonNode.Parse(File.ReadAllText(file))!.AsObject()) : null;
    }
}
