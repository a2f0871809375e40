using Bot.Library;

namespace Bot.Chat;

/// <summary>Keeps what members think of answers.</summary>
internal sealed class RateHandler(ServerLibraries library, AskedQuestions asked)
{
    private const int Longest = 400;

    public Reply Handle(string question, ExcerptPlace place, bool isHelpful, Caller caller)
    {
        if (Caller.ServerOf(caller) is not { } server)
        {
            return Reply.Refused("Nobody curates the lectures here, so I keep no ratings.");
        }

        using var lease = library.Lease(server);
        if (lease?.Find(place.PassageId) is not { } passage || place.In(passage) is not { } excerpt)
        {
            return Reply.Refused(LibraryNotice.Changed);
        }

        var words = excerpt.Text.Length > Longest ? $"{excerpt.Text[..Longest]} …" : excerpt.Text;
        asked.Rated(server, caller.UserId, question, passage.Id, $"{words} — {string.Join(" · ", CitationText.Parts(excerpt.Citation))}", isHelpful);
        return new Reply(ReplyKind.Answered, [new Block.Text(isHelpful
            ? "Thank you. The moderators of this server see how often answers help, not who said so."
            : "Thank you. The moderators of this server see the question and what was shown, not who said so.")]);
    }
}
