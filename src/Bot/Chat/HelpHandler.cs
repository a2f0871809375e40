using System.Globalization;
using Bot.Library;

namespace Bot.Chat;

/// <summary>How to ask.</summary>
internal sealed class HelpHandler(ServerLibraries library)
{
    public Reply Handle(Caller caller)
    {
        using var lease = library.Lease(Caller.ServerOf(caller));
        if (lease is not { LectureCount: > 0 })
        {
            return LibraryNotice.Empty(library, caller);
        }

        return new Reply(ReplyKind.Answered,
        [
            new Block.Text("I answer questions on history from lectures, in the lecturers' own words: I quote, and never make anything up. When the lectures do not answer, I say so."),
            new Block.Text(string.Create(CultureInfo.InvariantCulture, $"My library holds {lease.LectureCount} lectures.")),
            new Block.Item("/ask", "a question in plain words; names of people, places and events help most. Series and speaker narrow it down, private shows the answer to you alone"),
            new Block.Item("/lectures", "what the library holds"),
            new Block.Item("Find in lectures", "in the menu of a message, under Apps: what the lectures say on it"),
            new Block.Item("/privacy", "what I keep about you, and how to have it erased"),
            new Block.Text("Under an answer, the arrows show further passages, Open one of the shorter ones in full, Context what was said before and after, Cite a reference to copy, Why which words of yours were found, and Share makes a private answer public. In a server that has me, Helpful and Not helpful tell its moderators how good an answer was."),
            .. caller.IsModerator ? Moderators : [],
        ]);
    }

    private static readonly Block[] Moderators =
    [
        new Block.Text("For moderators of this server:"),
        new Block.Item("/library", "add transcripts, show, list, remove, restore, export them, and the history of all changes"),
        new Block.Item("/reindex", "read again what is stored; a trial run shows first what would change"),
        new Block.Item("/questions, /names", "your own test questions, and other names for people and places"),
        new Block.Item("/answers", "what was asked and not answered, what was rated, and how much was asked"),
        new Block.Item("/settings", "who moderates, where and how I answer, how long questions are kept"),
    ];
}
