using Bot.Storage;

namespace Bot.Library;

/// <summary>Runs of reindexing, one at a time for each server; the shared folder one at a time for all, with a cool-down.</summary>
internal sealed class ReindexJobs
{
    /// <summary>Begins a run and returns at once.</summary>
    /// <param name="all">Reads every upload again, also those that have not changed.</param>
    /// <param name="dry">Shows what a run would do and changes nothing.</param>
    public ReindexStart Start(ServerId server, string by, bool all, bool dry) => throw new NotImplementedException();

    public ReindexStatus Status(ServerId server) => throw new NotImplementedException();

    /// <returns>False where no run was there to stop, or it was about to publish.</returns>
    public bool Cancel(ServerId server, string by) => throw new NotImplementedException();
}
