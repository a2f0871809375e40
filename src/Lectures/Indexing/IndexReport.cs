using Lectures.Transcripts;

namespace Lectures.Indexing;

/// <summary>What a run of indexing did.</summary>
/// <param name="Passages">In the index after the run.</param>
/// <param name="Words">In the index after the run.</param>
/// <param name="LinesSetAside">Lines of the files read in this run that carry no speech.</param>
/// <param name="Rejected">
/// Files that could not be read, in this run or unchanged since an earlier one; also files whose words were read while what they tell
/// of the lecture was not (front matter, metadata files).
/// </param>
/// <param name="RebuiltFrom">The format of the index that was replaced as a whole; null for a normal run.</param>
public sealed record IndexReport(
    IReadOnlyList<string> AddedFiles,
    IReadOnlyList<string> ChangedFiles,
    IReadOnlyList<string> RemovedFiles,
    int Unchanged,
    int Passages,
    long Words,
    int LinesSetAside,
    IReadOnlyList<ParseResult.Rejected> Rejected,
    string? RebuiltFrom,
    TimeSpan Elapsed)
{
    public int Added => AddedFiles.Count;

    public int Changed => ChangedFiles.Count;

    public int Removed => RemovedFiles.Count;

    public bool ChangedAnything => Added + Changed + Removed > 0 || RebuiltFrom is not null;
}

/// <summary>How far a run of indexing has come.</summary>
/// <param name="Passages">Written in this run so far.</param>
public sealed record IndexProgress(int FilesDone, int Files, int Passages, TimeSpan Elapsed)
{
    public double PassagesPerSecond => Elapsed > TimeSpan.Zero ? Passages / Elapsed.TotalSeconds : 0;

    /// <summary>Null until there is something to judge by.</summary>
    public TimeSpan? Remaining => FilesDone == 0 ? null : Elapsed / FilesDone * (Files - FilesDone);
}

/// <summary>How a run of indexing ended.</summary>
public abstract record IndexOutcome
{
    private IndexOutcome()
    {
    }

    public sealed record InStep(IndexReport Report) : IndexOutcome;

    /// <summary>Another process is writing to the index; nothing was done, and the last commit can be read.</summary>
    public sealed record Busy : IndexOutcome;

    /// <param name="Reason">A sentence for the operator: what is wrong and what to do. The index is as it was.</param>
    public sealed record Failed(string Reason) : IndexOutcome;
}
