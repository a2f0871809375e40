using System.Diagnostics;
using Bot.Library;
using Lectures.Answers;
using Lectures.Indexing;

namespace Bot.Chat;

/// <summary>Answers a question from the library.</summary>
internal sealed class AskHandler(ServerLibraries library, Answerer answerer, Settings settings, QuestionNotes notes)
{
    /// <summary>How many excerpts one reply shows where nobody has set it.</summary>
    public const int PerReply = 3;

    /// <summary>Nobody leafs further; what comes so late has little to do with the question.</summary>
    public const int LastRank = 30;

    private const int MostLectures = 3;

    /// <param name="from">The first rank to show, from 1.</param>
    public Reply Handle(string question, int from = 1) => Handle(new Request(question) { From = from });

    /// <param name="caller">Null at the terminal.</param>
    public Reply Handle(Request request, Caller? caller = null)
    {
        var server = Caller.ServerOf(caller);
        using var lease = library.Lease(server);
        if (lease is not { LectureCount: > 0 })
        {
            return LibraryNotice.Empty(library, caller);
        }

        // One more than is shown tells whether there are more.
        var present = settings.Get(server);
        var answer = answerer.Ask(lease, request.Question, request.From + present.Excerpts, request.Scope, library.Names(server), present.Threshold);
        if (request.IsNew && caller is not null && server is { } known)
        {
            notes.Note(known, caller.UserId, request.Question, answer);
        }

        return answer switch
        {
            Answer.Unclear unclear => Reply.Refused(unclear.Reason),
            Answer.Found found => Found(found, request.From, present.Excerpts) with { CanBeRated = caller is not null && server is not null },
            Answer.NotFound notFound => NotFound(notFound.Closest, request.Scope),
            _ => throw new UnreachableException(),
        };
    }

    private static Reply Found(Answer.Found found, int from, int count)
    {
        var shown = found.Excerpts.Skip(from - 1).Take(count).Select((excerpt, i) => (Block)new Block.Quotation(from + i, excerpt)).ToList();
        if (shown.Count == 0)
        {
            return new Reply(ReplyKind.NotFound, [new Block.Text("There are no further passages on this.")]) { PageSize = count };
        }

        if (from == 1 && found.AlsoSearched.Count > 0)
        {
            shown.Add(new Block.Text(ExplanationText.AlsoSearched(found.AlsoSearched)));
        }

        return new Reply(ReplyKind.Answered, shown) { HasMore = found.Excerpts.Count >= from + count && from + count <= LastRank, PageSize = count };
    }

    private static Reply NotFound(IReadOnlyList<Excerpt> closest, Scope scope)
    {
        var blocks = new List<Block> { new Block.Text("The lectures do not seem to answer this.") };
        var lectures = closest.Select(static excerpt => excerpt.Passage.Transcript.Lecture).DistinctBy(static lecture => lecture.Id).Take(MostLectures).ToList();
        if (lectures.Count > 0)
        {
            blocks.Add(new Block.Text("Closest in subject:"));
            blocks.AddRange(lectures.Select(static lecture => new Block.Item(lecture.Title, lecture.Series ?? "")));
        }

        blocks.Add(new Block.Text("Try the names of the people, places or events that you mean."));

        if (scope != Scope.Everything)
        {
            blocks.Add(new Block.Text("Only a part of the library was asked; leave out the series or the speaker to ask all of it."));
        }

        return new Reply(ReplyKind.NotFound, blocks);
    }
}
