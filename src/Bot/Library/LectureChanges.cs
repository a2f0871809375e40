using Bot.Storage;

namespace Bot.Library;

/// <summary>Takes published lectures out of a server's library and back.</summary>
internal sealed class LectureChanges
{
    public Task<RemoveResult> RemoveAsync(ServerId server, string by, string lecture, CancellationToken cancellation) => throw new NotImplementedException();

    /// <param name="version">An earlier version to go back to; null to bring a removed lecture back as it was.</param>
    public Task<RestoreResult> RestoreAsync(ServerId server, string by, string lecture, int? version, CancellationToken cancellation) => throw new NotImplementedException();
}
