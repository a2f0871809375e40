using Lucene.Net.Index;

namespace Lectures.Indexing;

/// <summary>
/// The next state of an index, written beside the present one and seen by nobody until it is committed. It holds the index's lock; disposed
/// without a commit, it leaves no trace.
/// </summary>
public sealed class PreparedIndex : IDisposable
{
    private readonly PassageIndex index;
    private readonly IndexManifest manifest;
    private readonly IndexWriter? writer;
    private IDisposable? held;
    private bool isOver;

    /// <param name="writer">With all changes made; null where there are none.</param>
    internal PreparedIndex(PassageIndex index, IndexManifest manifest, IndexReport report, IndexWriter? writer)
    {
        this.index = index;
        this.manifest = manifest;
        this.writer = writer;
        Report = report;
    }

    /// <summary>What was done, or would be.</summary>
    public IndexReport Report { get; }

    /// <summary>Whether a commit would write anything.</summary>
    public bool Changes => writer is not null;

    /// <summary>Gives something back when this is disposed, such as the right to the index it is of.</summary>
    public void Hold(IDisposable until) => held = until;

    /// <summary>A lease on the next state; null where that holds nothing.</summary>
    public IndexLease? Lease()
    {
        if (writer is null)
        {
            return index.Lease();
        }

        return manifest.Passages == 0 ? null : new IndexLease(index.Ahead(DirectoryReader.Open(writer, applyAllDeletes: true), manifest));
    }

    /// <summary>Puts all on disk that a commit needs, so that hardly anything can still keep it from succeeding.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public void Flush() => writer?.PrepareCommit();

    /// <summary>Makes the next state the present one.</summary>
    /// <exception cref="IOException">The folder cannot be written; the present state stays.</exception>
    public void Commit()
    {
        ObjectDisposedException.ThrowIf(isOver, this);
        if (writer is null)
        {
            isOver = true;
            return;
        }

        writer.Commit();
        isOver = true;
        index.Refresh(manifest);
        writer.Dispose();

        // Merges that the change brought about end with a commit of their own, in which what was replaced counts no more. It belongs to this
        // change, and is not to show at some later moment.
        index.Refresh(manifest);
    }

    public void Dispose()
    {
        try
        {
            if (!isOver)
            {
                isOver = true;
                writer?.Rollback();
            }
        }
        finally
        {
            held?.Dispose();
            held = null;
        }
    }
}

/// <summary>Whether a next state could be made.</summary>
public abstract record PrepareOutcome
{
    private PrepareOutcome()
    {
    }

    public sealed record Ready(PreparedIndex Next) : PrepareOutcome;

    /// <summary>Another task or process is writing to the index.</summary>
    public sealed record Busy : PrepareOutcome;

    /// <param name="Reason">A sentence for the operator: what is wrong and what to do. The index is as it was.</param>
    /// <param name="IsModel">Whether it was the semantic model that failed.</param>
    public sealed record Failed(string Reason, bool IsModel = false) : PrepareOutcome;
}
