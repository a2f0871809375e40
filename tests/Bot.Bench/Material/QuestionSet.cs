using Bot.Terminal;

namespace Bot.Bench.Material;

/// <summary>Lectures and questions to ask of them.</summary>
internal sealed record QuestionSet(string Name, string Lectures, IReadOnlyList<string> Questions)
{
    /// <summary>The shared set of recognised speech; where it is absent, the default library with its own questions, and that is said.</summary>
    public static QuestionSet Load()
    {
        var shared = Path.Combine(Repository.Shared, "eval", "asr");
        if (Directory.Exists(shared))
        {
            return new QuestionSet("shared set asr", Path.Combine(shared, "transcripts"), Read(Path.Combine(shared, "questions.jsonl")));
        }

        Console.WriteLine("NOTE: ../shared/eval/asr is absent (CLIO_SHARED names another place); measured on the default library and its own questions instead.");
        return new QuestionSet("default library", Repository.Lectures, Read(Repository.OwnQuestions));
    }

    private static IReadOnlyList<string> Read(string file) => EvalQuestions.Read(File.ReadAllLines(file), out var questions) is { } problems
        ? throw new InvalidOperationException($"{file} cannot be used: {problems}")
        : [.. questions.Select(static question => question.Question)];
}
