using Bot.Library;
using Bot.Storage;

namespace Bot.Chat.Moderation;

/// <summary>Which lecture of a server is meant: the id that was chosen from a list, or a title that somebody typed.</summary>
internal sealed class LectureLookup(LectureShelf shelf)
{
    public const string Unknown = "There is no such lecture here, or several are called so. Choose one from the list that opens while you type.";

    private const int Most = 10_000;
    private const int ShortestPart = 3;

    /// <summary>A title in full, or a part that only one has. Null where no lecture of the server's is meant, or it cannot be told which.</summary>
    public LectureCard? Find(ServerId server, string typed)
    {
        if (shelf.Show(server, typed) is { } known)
        {
            return known;
        }

        var (part, all) = (typed.Trim(), shelf.List(server, filter: null, page: 0, Most).Lectures.Concat(shelf.Removed(server)).ToList());
        var named = all.Where(lecture => string.Equals(lecture.Title, part, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        if (named.Count == 0 && part.Length >= ShortestPart)
        {
            named = all.Where(lecture => lecture.Title.Contains(part, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        }

        return named is [var only] ? shelf.Show(server, only.Id) : null;
    }

    public IReadOnlyList<LectureSummary> Suggest(ServerId server, string typed, LectureKind kind) => kind switch
    {
        LectureKind.Any => shelf.Suggest(server, typed, onlyOwn: false),
        LectureKind.Own => shelf.Suggest(server, typed, onlyOwn: true),
        LectureKind.Kept => [.. shelf.Removed(server).Where(lecture => lecture.Title.Contains(typed.Trim(), StringComparison.OrdinalIgnoreCase)).Concat(shelf.Suggest(server, typed, onlyOwn: true))],
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

internal enum LectureKind
{
    Any,

    /// <summary>The server's uploads.</summary>
    Own,

    /// <summary>Removed uploads, then the others: either may be brought back to how it was.</summary>
    Kept,
}
