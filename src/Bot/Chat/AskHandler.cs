using Bot.Library;
using Lectures.Answers;

namespace Bot.Chat;

/// <summary>Answers a question from the library.</summary>
public sealed class AskHandler(SharedLibrary library, Answerer answerer)
{
    /// <summary>How many excerpts one reply shows.</summary>
    public const int PerReply = 3;

    /// <param name="from">The first rank to show, from 1.</param>
    public Reply Handle(string question, int from = 1)
    {
        using var lease = library.Lease();
        if (lease is null)
        {
            return Refused("There is no index yet. Run “index” first.");
        }

        return answerer.Ask(lease, question, from + PerReply - 1) switch
        {
            Answer.Unclear unclear => Refused(unclear.Reason),
            Answer.Found found => Found(found.Excerpts, from),
            Answer.NotFound notFound => NotFound(notFound.Closest),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Reply Found(IReadOnlyList<Excerpt> excerpts, int from)
    {
        var shown = excerpts.Skip(from - 1).Select((excerpt, i) => (Block)new Block.Quotation(from + i, excerpt)).ToList();
        return shown.Count > 0
            ? new Reply(ReplyKind.Answered, shown)
            : new Reply(ReplyKind.NotFound, [new Block.Text("There are no further passages on this.")]);
    }

    private static Reply NotFound(IReadOnlyList<Excerpt> closest)
    {
        var blocks = new List<Block> { new Block.Text("The lectures do not seem to answer this.") };
        var lectures = closest.Select(static excerpt => excerpt.Passage.Transcript.Lecture).DistinctBy(static lecture => lecture.Id).Take(AskHandler.PerReply).ToList();
        if (lectures.Count > 0)
        {
            blocks.Add(new Block.Text("Closest in subject:"));
            blocks.AddRange(lectures.Select(static lecture => new Block.Item(lecture.Title, lecture.Series ?? "")));
            blocks.Add(new Block.Text("Try the names of the people, places or events that you mean."));
        }

        return new Reply(ReplyKind.NotFound, blocks);
    }

    private static Reply Refused(string reason) => new(ReplyKind.Refused, [new Block.Text(reason)]);
}
