using Bot.Library;

namespace Bot.Chat;

/// <summary>Shows a passage between its neighbours.</summary>
internal sealed class ContextHandler(ServerLibraries library)
{
    public Reply Handle(string passageId, Caller? caller = null)
    {
        using var lease = library.Lease(Caller.ServerOf(caller));
        if (lease?.Find(passageId) is not { } passage)
        {
            return Reply.Refused(LibraryNotice.Changed);
        }

        var around = lease.Around(passage, 1, 1);
        return new Reply(ReplyKind.Answered,
        [
            new Block.Surroundings(
                around.FirstOrDefault(other => other.Ordinal == passage.Ordinal - 1),
                around.First(other => other.Ordinal == passage.Ordinal),
                around.FirstOrDefault(other => other.Ordinal == passage.Ordinal + 1)),
        ]);
    }
}
