using System.Text.Json;

namespace Bot.Discord.Protocol;

/// <param name="Path">Where in the body, such as <c>[0].description</c>; empty for the body as a whole.</param>
/// <param name="Code">A word such as BASE_TYPE_REQUIRED; Discord's own description wrongly calls it a number.</param>
internal sealed record FieldError(string Path, string Code, string Message)
{
    // Deeper than any body of ours; a forged answer must not exhaust the stack.
    private const int MaxDepth = 24;

    public static IReadOnlyList<FieldError> ReadAll(JsonElement errors)
    {
        var found = new List<FieldError>();
        Read(errors, string.Empty, found, 0);
        return found;
    }

    private static void Read(JsonElement node, string path, List<FieldError> found, int depth)
    {
        if (node.ValueKind != JsonValueKind.Object || depth > MaxDepth)
        {
            return;
        }

        foreach (var member in node.EnumerateObject())
        {
            if (!member.NameEquals("_errors"u8))
            {
                var index = member.Name.Length > 0 && member.Name.All(char.IsAsciiDigit);
                var step = index ? $"[{member.Name}]" : path.Length == 0 ? member.Name : "." + member.Name;
                Read(member.Value, path + step, found, depth + 1);
            }
            else if (member.Value.ValueKind == JsonValueKind.Array)
            {
                found.AddRange(member.Value.EnumerateArray().Select(error => new FieldError(path, Word(error, "code"), Word(error, "message"))));
            }
        }
    }

    private static string Word(JsonElement error, string name) =>
        error.ValueKind == JsonValueKind.Object && error.TryGetProperty(name, out var value) ? value.ToString() : string.Empty;

    public override string ToString() => $"{(Path.Length == 0 ? "body" : Path)} {Code} {Message}";
}
