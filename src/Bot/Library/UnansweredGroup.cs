using Bot.Storage;

namespace Bot.Library;

/// <summary>Questions that ask for the same in other words, none of them answered.</summary>
/// <param name="Text">The newest one's.</param>
/// <param name="Questions">The newest first.</param>
public sealed record UnansweredGroup(string Text, IReadOnlyList<LoggedQuestion> Questions)
{
    public DateTimeOffset Newest => Questions[0].AskedAt;
}
