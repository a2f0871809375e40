using Bot.Library;

namespace Bot.Chat;

/// <summary>Shows a passage between its neighbours.</summary>
public sealed class ContextHandler(SharedLibrary library)
{
    public Reply Handle(string passageId)
    {
        using var lease = library.Lease();
        if (lease?.Find(passageId) is not { } passage)
        {
            return Reply.Refused(LibraryNotice.Changed);
        }

        var around = lease.Around(passage, 1, 1);
        return new Reply(ReplyKind.Answered,
        [
            new Block.Surroundings(
                around.FirstOrDefault(other => other.Ordinal == passage.Ordinal - 1), passage, around.FirstOrDefault(other => other.Ordinal == passage.Ordinal + 1)),
        ]);
    }
}
