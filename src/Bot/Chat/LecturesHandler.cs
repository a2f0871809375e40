using System.Globalization;
using Bot.Library;
using Lectures.Indexing;
using Lectures.Transcripts;

namespace Bot.Chat;

/// <summary>Lists the library, series by series.</summary>
internal sealed class LecturesHandler(ServerLibraries library)
{
    /// <param name="seriesKey">By <see cref="Scope.KeyOf"/>; null for all.</param>
    /// <param name="page">From 0.</param>
    public Reply Handle(Caller? caller = null, string? seriesKey = null, int page = 0, int perPage = int.MaxValue)
    {
        using var lease = library.Lease(Caller.ServerOf(caller));
        if (lease is not { LectureCount: > 0 })
        {
            return LibraryNotice.Empty(library, caller);
        }

        var wanted = lease.Catalog.Lectures.Where(lecture => seriesKey is null || (lecture.Series is { } series && Scope.KeyOf(series) == seriesKey)).ToList();
        var shown = wanted.Skip((int)Math.Min((long)page * perPage, int.MaxValue)).Take(perPage).ToList();
        if (shown.Count == 0)
        {
            return Reply.Refused(wanted.Count == 0 ? "There is no such series. Leave it out to see all lectures." : "The list has become shorter. /lectures shows it from the start.");
        }

        var blocks = new List<Block>();
        foreach (var series in shown.GroupBy(static lecture => lecture.Series ?? "Without a series"))
        {
            blocks.Add(new Block.Heading(series.Key));
            blocks.AddRange(series.Select(Item));
        }

        return new Reply(ReplyKind.Answered, blocks) { HasMore = wanted.Count > (page + 1L) * perPage };
    }

    private static Block.Item Item(Lecture lecture) => new(
        lecture.Number is { } number ? string.Create(CultureInfo.InvariantCulture, $"{number}. {lecture.Title}") : lecture.Title, lecture.Speaker ?? "");
}
