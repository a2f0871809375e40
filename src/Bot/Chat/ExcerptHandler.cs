using Bot.Library;

namespace Bot.Chat;

/// <summary>Shows one excerpt again, by itself.</summary>
internal sealed class ExcerptHandler(ServerLibraries library)
{
    public Reply Handle(ExcerptPlace place, Caller? caller = null)
    {
        using var lease = library.Lease(Caller.ServerOf(caller));
        return lease?.Find(place.PassageId) is { } passage && place.In(passage) is { } excerpt
            ? new Reply(ReplyKind.Answered, [new Block.Quotation(0, excerpt)])
            : Reply.Refused(LibraryNotice.Changed);
    }
}
