using Bot.Storage;

namespace Bot.Library;

/// <summary>Looks at a server's library: its uploads and the shared lectures.</summary>
internal sealed class LectureShelf
{
    /// <summary>Null where this server has no such lecture.</summary>
    public LectureCard? Show(ServerId server, string lecture) => throw new NotImplementedException();

    /// <param name="filter">Words of title, series or speaker; null or empty for all.</param>
    /// <param name="page">From 0.</param>
    public LecturePage List(ServerId server, string? filter, int page, int perPage) => throw new NotImplementedException();

    /// <summary>Removed and not yet erased, the last removed first.</summary>
    public IReadOnlyList<LectureSummary> Removed(ServerId server) => throw new NotImplementedException();

    /// <summary>Lectures whose title fits what is typed, best first: uploads, then shared ones.</summary>
    /// <param name="onlyOwn">Leaves the shared ones out.</param>
    public IReadOnlyList<LectureSummary> Suggest(ServerId server, string typed, bool onlyOwn, int most = 25) => throw new NotImplementedException();

    /// <summary>Writes the original files of a server's uploads as a zip.</summary>
    /// <param name="lecture">One lecture's alone; null for all.</param>
    /// <param name="mostBytes">Files beyond it are left out.</param>
    public Task<ExportResult> ExportAsync(ServerId server, string? lecture, long mostBytes, Stream to, CancellationToken cancellation) => throw new NotImplementedException();
}
