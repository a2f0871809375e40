namespace Bot.Storage;

/// <summary>What keeps the database from doing its work.</summary>
internal enum StorageProblem
{
    Full,
    ReadOnly,

    /// <summary>Another process has been writing for too long.</summary>
    Busy,
    Damaged,
}

/// <summary>The database could not be read or written; nothing of the change was kept.</summary>
internal sealed class StorageException(StorageProblem problem, Exception cause) : IOException(Sentence(problem), cause)
{
    public StorageProblem Problem => problem;

    /// <summary>A sentence for a person: what is wrong and what to do.</summary>
    public static string Sentence(StorageProblem problem) => problem switch
    {
        StorageProblem.Full => "The disk is full, so nothing was changed. Free some space and try again.",
        StorageProblem.ReadOnly => "The store cannot be written, so nothing was changed. It must be made writable for Clio; then try again.",
        StorageProblem.Busy => "The store is being written to by somebody else just now, so nothing was changed. Try again in a moment.",
        StorageProblem.Damaged => "The store's database cannot be read, so nothing was changed. Its owner must restore it from a backup.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
