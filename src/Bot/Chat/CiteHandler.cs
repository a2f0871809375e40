using Bot.Library;

namespace Bot.Chat;

/// <summary>Writes the citation of an excerpt in the forms that people paste.</summary>
internal sealed class CiteHandler(ServerLibraries library)
{
    public Reply Handle(ExcerptPlace place, Caller? caller = null)
    {
        using var lease = library.Lease(Caller.ServerOf(caller));
        if (lease?.Find(place.PassageId) is not { } passage || place.In(passage) is not { } excerpt)
        {
            return Reply.Refused(LibraryNotice.Changed);
        }

        var (citation, lecture) = (excerpt.Citation, passage.Transcript.Lecture);
        return new Reply(ReplyKind.Answered,
        [
            new Block.Copyable("Chicago", CitationStyles.Chicago(citation, lecture)),
            new Block.Copyable("MLA", CitationStyles.Mla(citation, lecture)),
            new Block.Copyable("BibTeX", CitationStyles.BibTex(citation, lecture)),
        ]);
    }
}
