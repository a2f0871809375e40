using System.Globalization;
using System.Net.Http.Headers;

namespace Bot.Discord.Rest;

/// <summary>JSON, or JSON with files beside it.</summary>
internal static class RestBody
{
    public static HttpContent? For(RestCall call)
    {
        if (call.Body.IsEmpty)
        {
            return null;
        }

        var json = new ReadOnlyMemoryContent(call.Body);
        json.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (call.Files.Count == 0)
        {
            return json;
        }

        var form = new MultipartFormDataContent { { json, "payload_json" } };
        foreach (var (index, file) in call.Files.Index())
        {
            var part = new ReadOnlyMemoryContent(file.Content);
            part.Headers.ContentType = new MediaTypeHeaderValue(file.ContentType);
            form.Add(part, string.Create(CultureInfo.InvariantCulture, $"files[{index}]"), file.FileName);
        }

        return form;
    }
}
