using Bot.Storage;

namespace Bot.Library;

/// <summary>A server's own test questions, each with the lecture that must come first.</summary>
internal sealed class SavedQuestions
{
    public ChangeResult Add(ServerId server, string by, string question, string lecture) => throw new NotImplementedException();

    public IReadOnlyList<SavedQuestion> All(ServerId server) => throw new NotImplementedException();

    public ChangeResult Remove(ServerId server, string by, long id) => throw new NotImplementedException();

    /// <summary>Asks them all of what is published.</summary>
    public QuestionCheck Check(ServerId server) => throw new NotImplementedException();
}
