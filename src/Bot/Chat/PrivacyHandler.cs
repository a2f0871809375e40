namespace Bot.Chat;

/// <summary>What is kept about people.</summary>
public sealed class PrivacyHandler
{
#pragma warning disable CA1822 // A handler like the others; what is kept will not always be nothing.
    public Reply Handle() => new(ReplyKind.Answered,
    [
        new Block.Text("I store nothing about you: no question, no name, no message."),
        new Block.Text("A question is held in memory while it is answered. It then stands only in the answer's message here in Discord, so that its buttons work; whoever may delete that message deletes it."),
        new Block.Text("I see the commands and buttons that are meant for me and nothing else of what is written in this server."),
    ]);
#pragma warning restore CA1822
}
