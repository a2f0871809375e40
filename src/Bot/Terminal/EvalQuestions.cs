using System.Globalization;
using System.Text.Json;

namespace Bot.Terminal;

internal sealed record EvalQuestion(string Id, string Question);

/// <summary>Reads a question file: JSON lines with "id" and "question"; other members are left alone.</summary>
internal static class EvalQuestions
{
    /// <summary>All problems in one sentence each, or null where there are none.</summary>
    public static string? Read(IReadOnlyList<string> lines, out IReadOnlyList<EvalQuestion> questions)
    {
        var (read, problems) = (new List<EvalQuestion>(), new List<string>());
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                continue;
            }

            if (Read(lines[i]) is not { } question)
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"Line {i + 1} is no JSON object with the texts “id” and “question”."));
            }
            else if (!ids.Add(question.Id))
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"Line {i + 1} repeats the id “{question.Id}”."));
            }
            else
            {
                read.Add(question);
            }
        }

        questions = read;
        return problems.Count == 0 && read.Count == 0 ? "It holds no questions." : problems.Count == 0 ? null : string.Join(" ", problems);
    }

    private static EvalQuestion? Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
                && json.RootElement.TryGetProperty("question", out var question) && question.ValueKind == JsonValueKind.String
                ? new EvalQuestion(id.GetString() ?? "", question.GetString() ?? "")
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
