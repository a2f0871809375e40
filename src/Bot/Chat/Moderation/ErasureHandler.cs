using Bot.Library;

namespace Bot.Chat.Moderation;

/// <summary>Erases all of a server, for good.</summary>
internal sealed class ErasureHandler(Erasure erasure)
{
    private const string Word = "erase";

    public static Reply Ask() => new(ReplyKind.Answered, [])
    {
        Form = new Form("Erase all of this server", new ModeratorRequest.Erase(""),
            [new FormField("word", $"Type “{Word}”", "Uploads, settings, questions, names, history: for good", null, IsRequired: true, 20)]),
    };

    public async Task<Reply> HandleAsync(Moderator who, string typed, CancellationToken cancellation)
    {
        if (!string.Equals(typed.Trim(), Word, StringComparison.OrdinalIgnoreCase))
        {
            return Reply.Refused("Nothing was erased: the word was another.");
        }

        await erasure.ServerAsync(who.Server, cancellation);
        return new Reply(ReplyKind.Answered, [new Block.Text("Erased: this server's uploads, settings, questions, ratings, names and history. The shared lectures are answered from as before.")]);
    }
}
