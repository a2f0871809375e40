using System.Globalization;
using Bot.Library;

namespace Bot.Chat;

/// <summary>What is kept about people, and its erasure.</summary>
internal sealed class PrivacyHandler(Settings settings, Erasure erasure)
{
    public Reply Show(Caller caller) => new(ReplyKind.Answered,
    [
        new Block.Text(Caller.ServerOf(caller) is { } server
            ? string.Create(CultureInfo.InvariantCulture, $"In this server I keep the questions that are asked, and the ratings of answers, for {settings.Get(server).RetentionDays} days, so that its moderators see what the lectures lack. Not who asked: in place of you stands a key that cannot be read back and is another in every server.")
            : "Here I store nothing about you: no question, no name, no message. In servers that have installed me I keep questions and ratings for a while, without who asked."),
        new Block.Text("What moderators change in their library is kept for two years, with who changed it."),
        new Block.Text("A question also stands in the answer's message here in Discord, so that its buttons work; whoever may delete that message deletes it."),
        new Block.Text("I see the commands and buttons that are meant for me and nothing else of what is written."),
        new Block.Text("/privacy erase erases your questions and ratings in all servers, at once and for good."),
    ]);

    /// <exception cref="Storage.StorageException">Nothing was erased.</exception>
    public Reply Erase(Caller caller)
    {
        var erased = erasure.User(caller.UserId);
        return new Reply(ReplyKind.Answered, [new Block.Text(erased == 0
            ? "There was nothing of yours to erase."
            : string.Create(CultureInfo.InvariantCulture, $"Erased: {erased} of your questions and ratings, in all servers."))]);
    }
}
