using Bot.Library;

namespace Bot.Chat;

/// <summary>Shows one excerpt again, by itself.</summary>
public sealed class ExcerptHandler(SharedLibrary library)
{
    public Reply Handle(ExcerptPlace place)
    {
        using var lease = library.Lease();
        return lease?.Find(place.PassageId) is { } passage && place.In(passage) is { } excerpt
            ? new Reply(ReplyKind.Answered, [new Block.Quotation(0, excerpt)])
            : Reply.Refused(LibraryNotice.Changed);
    }
}
