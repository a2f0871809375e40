using Bot.Storage;

namespace Bot.Library;

/// <summary>What a question is answered with first.</summary>
public sealed record FirstAnswer(string LectureId, string LectureTitle, string PassageId);

/// <summary>A saved question, as it is answered now and as it would be.</summary>
/// <param name="Now">Null where nothing is found.</param>
/// <param name="Then">Likewise; the same as now where nothing is about to change.</param>
public sealed record CheckedQuestion(SavedQuestion Saved, FirstAnswer? Now, FirstAnswer? Then)
{
    public bool IsRight => Then?.LectureId == Saved.LectureId;

    /// <summary>It is answered rightly now and would not be.</summary>
    public bool IsLost => Now?.LectureId == Saved.LectureId && !IsRight;

    /// <summary>Another passage would come first.</summary>
    public bool IsOther => Now?.PassageId != Then?.PassageId;
}

/// <summary>A server's saved questions, asked.</summary>
public sealed record QuestionCheck(IReadOnlyList<CheckedQuestion> Questions)
{
    public static QuestionCheck Nothing { get; } = new([]);

    public IReadOnlyList<CheckedQuestion> Lost => [.. Questions.Where(static question => question.IsLost)];

    public IReadOnlyList<CheckedQuestion> Other => [.. Questions.Where(static question => question.IsOther)];

    public IReadOnlyList<CheckedQuestion> Wrong => [.. Questions.Where(static question => !question.IsRight)];
}
