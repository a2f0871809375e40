using Bot.Library;
using Lectures.Answers;

namespace Bot.Chat;

/// <summary>Says why a passage was shown for a question.</summary>
internal sealed class WhyHandler(ServerLibraries library, Answerer answerer)
{
    private const int MostWords = 40;

    public Reply Handle(string question, string passageId, Caller? caller = null)
    {
        using var lease = library.Lease(Caller.ServerOf(caller));
        if (lease?.Find(passageId) is not { } passage)
        {
            return Reply.Refused(LibraryNotice.Changed);
        }

        return answerer.Explain(lease, question, passage, library.Names(Caller.ServerOf(caller))) is { } explanation
            ? new Reply(ReplyKind.Answered, [.. Blocks(explanation)])
            : Reply.Refused("The question holds no words that could be searched for.");
    }

    private static IEnumerable<Block> Blocks(Explanation explanation)
    {
        yield return new Block.Item("Words of the question that stand here or in the headings above", List(explanation.Matched, "none, only their neighbourhood"));
        yield return new Block.Item("Words that do not", List(explanation.Missing, "none"));
        if (explanation.AlsoSearched.Count > 0)
        {
            yield return new Block.Item("Also searched for", List([.. explanation.AlsoSearched.Select(static other => $"{other.Other} (for {other.Typed})")], ""));
        }
    }

    private static string List(IReadOnlyList<string> words, string none) =>
        words.Count == 0 ? none : string.Join(", ", words.Take(MostWords)) + (words.Count > MostWords ? " …" : "");
}
