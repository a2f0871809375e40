using Bot.Library;

namespace Bot.Chat.Moderation;

/// <summary>Saved questions in words.</summary>
internal static class QuestionText
{
    private const int MostListed = 8;

    /// <summary>Those that are answered rightly now and would not be.</summary>
    public static IEnumerable<Block> Losses(QuestionCheck? check) => check is { Lost.Count: > 0 }
        ? Listed(check.Lost, "No longer answered right", "saved questions would be lost")
        : [];

    /// <summary>Those that another passage would answer, but for the lost.</summary>
    public static IEnumerable<Block> Others(QuestionCheck check) =>
        Listed([.. check.Other.Where(static question => !question.IsLost)], "Answered from elsewhere", "saved questions would get another first answer");

    public static string Line(CheckedQuestion question) =>
        $"{question.Saved.Question}: must be {question.Saved.LectureTitle}, {(question.Then is { } then ? $"is {then.LectureTitle}" : "is not answered")}";

    private static IEnumerable<Block> Listed(IReadOnlyList<CheckedQuestion> all, string name, string what) => all.Take(MostListed)
        .Select(question => (Block)new Block.Item(name, Line(question)))
        .Concat(all.Count > MostListed ? [new Block.Text($"… in all {all.Count} {what}.")] : []);
}
