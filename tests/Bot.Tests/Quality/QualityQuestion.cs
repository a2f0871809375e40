using System.Text.Json;

namespace Bot.Tests.Quality;

/// <summary>A question of the project's own set, with the places of the lectures that answer it; none where the lectures do not.</summary>
internal sealed record QualityQuestion(string Id, string Question, string Kind, IReadOnlyList<string> Answers, IReadOnlyList<Gold> Gold)
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    public static string File => Repository.Data("quality/questions.jsonl");

    public static IReadOnlyList<QualityQuestion> All { get; } =
        [.. System.IO.File.ReadLines(File).Select(static line => JsonSerializer.Deserialize<QualityQuestion>(line, CamelCase)!)];
}

/// <param name="Start">UTF-16 units of the file.</param>
internal sealed record Gold(string File, int Start, int End);
