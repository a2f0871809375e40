using System.Globalization;
using Bot.Library;

namespace Bot.Chat.Moderation;

/// <summary>Hands out the original files of a server's uploads.</summary>
internal sealed class ExportHandler(LectureShelf shelf, LectureLookup lookup)
{
    private const int MostListed = 10;

    /// <summary>Text packs well, yet nobody knows how well before it is packed.</summary>
    private static readonly int[] Packing = [4, 2, 1];

    public async Task<Reply> HandleAsync(Moderator who, ModeratorRequest.Export export, CancellationToken cancellation)
    {
        var lecture = export.Lecture is { } typed ? lookup.Find(who.Server, typed)?.Lecture : null;
        if (export.Lecture is not null && lecture is null or { IsShared: true })
        {
            return Reply.Refused("This is none of the server's uploads, and nothing else is handed out. Choose one from the list that opens while you type, or leave it out for all of them.");
        }

        foreach (var times in Packing)
        {
            using var zip = new MemoryStream();
            var result = await shelf.ExportAsync(who.Server, lecture?.Id, export.MostBytes * times, zip, cancellation);
            if (result.Files == 0 && result.LeftOut.Count == 0)
            {
                return Reply.Refused(lecture is null ? "This server has no uploads yet. /library add brings some." : "This lecture was removed. Bring it back with /library restore first.");
            }

            if (result.Files > 0 && zip.Length <= export.MostBytes)
            {
                return new Reply(ReplyKind.Answered, [.. Blocks(result)]) { File = new ReplyFile("lectures.zip", "application/zip", zip.ToArray()) };
            }
        }

        return Reply.Refused("The files are larger than what I may send here. Ask whoever runs me for them.");
    }

    private static IEnumerable<Block> Blocks(ExportResult result)
    {
        yield return new Block.Text(string.Create(CultureInfo.InvariantCulture, $"{LectureText.Count(result.Files, "file")} as uploaded, {result.Bytes:#,0} bytes."));
        if (result.LeftOut.Count > 0)
        {
            yield return new Block.Text($"{LectureText.Count(result.LeftOut.Count, "file")} did not fit; export these one by one: {string.Join(", ", result.LeftOut.Take(MostListed))}{(result.LeftOut.Count > MostListed ? " …" : "")}");
        }
    }
}
