using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.FakeDiscord;

/// <summary>A request as it came, body and all; of a form with files, the JSON part.</summary>
internal sealed record FakeRestRequest(
    string Method, string Path, bool IsBelowBase, IReadOnlyList<string> Query, string Text, JsonNode? Body, IReadOnlyDictionary<string, string> Headers)
{
    public bool HasJsonContentType => Header("Content-Type") is var type && (type == "application/json" || type.StartsWith("multipart/form-data;", StringComparison.Ordinal));

    /// <summary>The parameter of that name; "" where there is none.</summary>
    public string After { get; init; } = "";

    /// <summary>What came beside the JSON part.</summary>
    public IReadOnlyList<(string Name, byte[] Content)> Files { get; init; } = [];

    public string Header(string name) => Headers.GetValueOrDefault(name, string.Empty);

    public static async Task<FakeRestRequest> ReadAsync(HttpRequest request, string basePath)
    {
        var whole = request.Path.Value ?? "/";
        var isBelow = whole.StartsWith(basePath + "/", StringComparison.Ordinal);
        var (text, files) = await ReadTextAsync(request);
        return new FakeRestRequest(
            request.Method,
            isBelow ? whole[basePath.Length..] : whole,
            isBelow,
            [.. request.Query.Keys],
            text,
            Parse(text),
            request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase))
        {
            After = request.Query["after"].ToString(),
            Files = files,
        };
    }

    private static async Task<(string Text, IReadOnlyList<(string Name, byte[] Content)> Files)> ReadTextAsync(HttpRequest request)
    {
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync();
            return (form["payload_json"].ToString(), [.. form.Files.Select(static file => (file.FileName, Content(file)))]);
        }

        using var reader = new StreamReader(request.Body);
        return (await reader.ReadToEndAsync(), []);
    }

    private static byte[] Content(IFormFile file)
    {
        using var content = new MemoryStream();
        file.CopyTo(content);
        return content.ToArray();
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create("not JSON");
        }
    }
}
