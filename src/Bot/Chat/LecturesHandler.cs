using System.Globalization;
using Bot.Library;

namespace Bot.Chat;

/// <summary>Lists the library, series by series.</summary>
public sealed class LecturesHandler(SharedLibrary library)
{
    public Reply Handle()
    {
        using var lease = library.Lease();
        if (lease is null)
        {
            return new Reply(ReplyKind.Refused, [new Block.Text("There is no index yet. Run “index” first.")]);
        }

        var blocks = new List<Block>();
        foreach (var series in lease.Catalog.Lectures.GroupBy(static lecture => lecture.Series ?? "Without a series"))
        {
            blocks.Add(new Block.Text(series.Key));
            blocks.AddRange(series.Select(static lecture => new Block.Item(
                    lecture.Number is { } number ? string.Create(CultureInfo.InvariantCulture, $"{number}. {lecture.Title}") : lecture.Title, lecture.Speaker ?? "")));
        }

        return new Reply(ReplyKind.Answered, blocks);
    }
}
