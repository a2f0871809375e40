using Bot.Storage;

namespace Bot.Library;

/// <summary>What members asked, and what they said of the answers.</summary>
internal sealed class AskedQuestions
{
    /// <summary>Writes a question down; a store that cannot be written keeps nobody from an answer.</summary>
    public void Asked(ServerId server, string userId, string question, QuestionOutcome outcome, double confidence, string? shown) => throw new NotImplementedException();

    /// <summary>Writes a rating down; the last one of a member on a passage counts.</summary>
    /// <exception cref="StorageException">It was not kept; its message is a sentence for a person.</exception>
    public void Rated(ServerId server, string userId, string question, string passageId, string shown, bool isHelpful) => throw new NotImplementedException();

    /// <summary>Not answered and not handled, grouped by what they ask for; the most asked first, of equals the newest.</summary>
    public IReadOnlyList<UnansweredGroup> Unanswered(ServerId server) => throw new NotImplementedException();

    /// <returns>How many were marked now.</returns>
    public int MarkHandled(ServerId server, string by, IReadOnlyList<long> questions) => throw new NotImplementedException();

    /// <summary>The unanswered questions as CSV with a heading, safe to open in a spreadsheet.</summary>
    public string UnansweredCsv(ServerId server) => throw new NotImplementedException();

    /// <summary>Answers rated not helpful, the newest first.</summary>
    public IReadOnlyList<Feedback> NotHelpful(ServerId server) => throw new NotImplementedException();

    /// <summary>The last weeks, the oldest first, those without questions too.</summary>
    public IReadOnlyList<WeekOfQuestions> Weeks(ServerId server, int weeks) => throw new NotImplementedException();
}
