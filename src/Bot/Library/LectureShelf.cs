using System.IO.Compression;
using Bot.Storage;
using Lectures.Transcripts;

namespace Bot.Library;

/// <summary>Looks at a server's library: its uploads and the shared lectures.</summary>
internal sealed class LectureShelf(ServerLibraries libraries, SharedLibrary shared, LectureStore lectures)
{
    /// <summary>Null where this server has no such lecture.</summary>
    public LectureCard? Show(ServerId server, string lecture)
    {
        using var lease = libraries.Lease(server);
        var passages = lease?.PassagesOf(lecture) ?? [];
        var lines = passages.Count == 0 ? [] : UploadReading.FirstLines(passages[0].Transcript.Sentences.Select(sentence => sentence.In(passages[0].Transcript.Text)));
        var versions = lectures.Versions(server, lecture);
        if (lectures.Find(server, lecture) is { } own && versions.FirstOrDefault(version => (own.Version ?? own.RemovedVersion) is not { } number || version.Number == number) is { } shown)
        {
            return new LectureCard(LectureSummary.Of(own, shown), shown.Understood, versions, lines);
        }

        return passages.Count == 0 ? null : new LectureCard(
            Shared(passages[0].Transcript.Lecture),
            UploadReading.Understand(passages[0].Transcript, passages[0].Transcript.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, passages.Count),
            [], lines);
    }

    /// <param name="filter">Words of title, series or speaker; null or empty for all.</param>
    /// <param name="page">From 0.</param>
    public LecturePage List(ServerId server, string? filter, int page, int perPage)
    {
        var words = (filter ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var all = All(server).Where(lecture => words.All(word => Holds(lecture, word))).ToList();
        var pages = Math.Max(1, (all.Count + perPage - 1) / perPage);
        var shown = Math.Clamp(page, 0, pages - 1);
        return new LecturePage([.. all.Skip(shown * perPage).Take(perPage)], all.Count, shown, pages);
    }

    /// <summary>Removed and not yet erased, the last removed first.</summary>
    public IReadOnlyList<LectureSummary> Removed(ServerId server) => [.. lectures.Removed(server).Select(LectureSummary.Of)];

    /// <summary>Lectures whose title fits what is typed, best first: uploads, then shared ones.</summary>
    /// <param name="onlyOwn">Leaves the shared ones out.</param>
    public IReadOnlyList<LectureSummary> Suggest(ServerId server, string typed, bool onlyOwn, int most = 25)
    {
        var wanted = typed.Trim();
        return
        [
            .. All(server).Where(lecture => !(onlyOwn && lecture.IsShared)).Select(lecture => (Lecture: lecture, Order: Order(lecture, wanted)))
                .Where(static one => one.Order < 4).OrderBy(static one => one.Order).Take(most).Select(static one => one.Lecture),
        ];
    }

    /// <summary>Writes the original files of a server's uploads as a zip.</summary>
    /// <param name="lecture">One lecture's alone; null for all.</param>
    /// <param name="mostBytes">Files beyond it are left out.</param>
    public async Task<ExportResult> ExportAsync(ServerId server, string? lecture, long mostBytes, Stream to, CancellationToken cancellation)
    {
        var (names, left, bytes, files) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase), new List<string>(), 0L, 0);
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var one in lectures.Published(server).Where(one => lecture is null || one.Lecture.Id == lecture))
        {
            if (lectures.Content(server, one.Version.Hash) is not { } content || bytes + content.Length > mostBytes)
            {
                left.Add(one.Version.FileName);
                continue;
            }

            var entry = zip.CreateEntry(Unique(one.Version.FileName, names), CompressionLevel.Optimal);
            entry.LastWriteTime = one.Version.PublishedAt;
            await using var stream = entry.Open();
            await stream.WriteAsync(content, cancellation);
            (bytes, files) = (bytes + content.Length, files + 1);
        }

        return new ExportResult(files, bytes, left);
    }

    private List<LectureSummary> All(ServerId server)
    {
        using var lease = shared.Lease();
        return
        [
            .. lectures.Published(server).Select(LectureSummary.Of)
                .OrderBy(static lecture => lecture.Series ?? "\uFFFF", StringComparer.OrdinalIgnoreCase).ThenBy(static lecture => lecture.Title, StringComparer.OrdinalIgnoreCase),
            .. lease?.Catalog.Lectures.Select(Shared) ?? [],
        ];
    }

    private static LectureSummary Shared(Lecture lecture) => new(lecture.Id.Value, lecture.Title, lecture.Series, lecture.Speaker, lecture.Date, IsShared: true);

    private static bool Holds(LectureSummary lecture, string word) =>
        new[] { lecture.Title, lecture.Series, lecture.Speaker }.Any(text => text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);

    private static int Order(LectureSummary lecture, string typed) => lecture switch
    {
        _ when lecture.Title.StartsWith(typed, StringComparison.OrdinalIgnoreCase) => 0,
        _ when lecture.Title.Contains($" {typed}", StringComparison.OrdinalIgnoreCase) => 1,
        _ when lecture.Title.Contains(typed, StringComparison.OrdinalIgnoreCase) => 2,
        _ when Holds(lecture, typed) => 3,
        _ => 4,
    };

    private static string Unique(string name, HashSet<string> taken)
    {
        var (stem, extension) = (name[..^Path.GetExtension(name).Length], Path.GetExtension(name));
        for (var number = 2; !taken.Add(name); number++)
        {
            name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{stem} ({number}){extension}");
        }

        return name;
    }
}
