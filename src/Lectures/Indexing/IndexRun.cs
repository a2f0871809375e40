using Lectures.Transcripts;
using Lucene.Net.Index;

namespace Lectures.Indexing;

/// <summary>
/// Carries out a plan with a writer. Lectures are prepared side by side and written in the order of their names, so that the same
/// library always gives the same index.
/// </summary>
internal sealed class IndexRun(IndexPlan plan, LecturePreparation preparation, Func<LectureId, Transcript?> lastGood, KnownVectors known, IndexClock clock)
{
    private readonly int ahead = Environment.ProcessorCount * 2;
    private readonly SortedDictionary<string, IndexedFile> files = new(StringComparer.Ordinal);
    private readonly List<string> addedFiles = [];
    private readonly List<string> changedFiles = [];
    private readonly List<string> removedFiles = [];
    private int written;
    private int setAside;

    public async Task WriteAsync(IndexWriter writer, string format, IProgress<IndexProgress>? progress, CancellationToken cancellation)
    {
        KeepUnchanged();
        foreach (var file in plan.Removed)
        {
            writer.DeleteDocuments(TermFor(file));
            removedFiles.Add(file);
        }

        var pending = new Queue<Task<FileOutcome>>(ahead);
        var (next, done) = (0, 0);
        progress?.Report(clock.Progress(0, plan.ToRead.Count, 0));
        while (done < plan.ToRead.Count)
        {
            for (; next < plan.ToRead.Count && pending.Count < ahead; next++)
            {
                var file = plan.ToRead[next];
                pending.Enqueue(Task.Run(() => preparation.Prepare(file, known), cancellation));
            }

            Write(writer, await pending.Dequeue());
            cancellation.ThrowIfCancellationRequested();
            done++;
            progress?.Report(clock.Progress(done, plan.ToRead.Count, written));
        }

        if (plan.Removed.Count > 0 && plan.IsOfUploads)
        {
            // What a server removes is to be nowhere in its index: not in the vocabulary, not in the statistics.
            writer.ForceMergeDeletes();
        }

        writer.SetCommitData(Manifest(format).ToCommit());
    }

    /// <summary>What the index holds after the run.</summary>
    public IndexManifest Manifest(string format)
    {
        var metadata = Metadata();
        return new IndexManifest { Format = format, Files = files, Metadata = metadata.Count == 0 ? null : metadata };
    }

    public IndexReport Report()
    {
        if (files.Count == 0)
        {
            KeepUnchanged();
        }

        return new IndexReport(
            addedFiles,
            changedFiles,
            removedFiles,
            plan.Unchanged.Count,
            files.Values.Sum(static file => file.Passages),
            files.Values.Sum(static file => (long)file.Words),
            setAside,
            [.. files.Select(static file => (File: file.Key, Line: file.Value.RejectedLine, Reason: file.Value.Rejected))
                .Concat(Metadata().Select(static file => (File: file.Key, Line: file.Value.RejectedLine, Reason: file.Value.Rejected)))
                .Where(static file => file.Reason is not null)
                .Select(static file => new ParseResult.Rejected(file.File, file.Line, file.Reason ?? ""))],
            plan.RebuildFrom,
            clock.Elapsed);
    }

    private void KeepUnchanged()
    {
        foreach (var file in plan.Unchanged)
        {
            if (plan.Before?.Files.GetValueOrDefault(file.File) is { } recorded)
            {
                files[file.File] = recorded with { Modified = file.Modified };
            }
        }
    }

    /// <summary>What is on record for unchanged files is not read again.</summary>
    private SortedDictionary<string, IndexedMetadata> Metadata()
    {
        var read = new SortedDictionary<string, IndexedMetadata>(StringComparer.Ordinal);
        foreach (var found in plan.Metadata)
        {
            read[found.File] = plan.Before?.Metadata?.GetValueOrDefault(found.File) is { } recorded && recorded.Hash == found.Hash && plan.RebuildFrom is null
                ? recorded
                : new IndexedMetadata(found.Hash, found.Result.Unread?.Reason, found.Result.Unread?.Line);
        }

        return read;
    }

    private void Write(IndexWriter writer, FileOutcome outcome)
    {
        var file = outcome.File;
        var before = plan.Before?.Files.GetValueOrDefault(file.File);
        var record = new IndexedFile(file.Bytes, outcome.Modified, outcome.Hash, 0, 0, outcome.LinesSetAside, outcome.Rejected?.Reason, outcome.Rejected?.Line, file.MetadataHash);
        if (outcome.Lecture is { } lecture)
        {
            Replace(writer, lecture);
            files[file.File] = record with { Passages = lecture.Passages.Count, Words = lecture.Words };
            setAside += outcome.LinesSetAside;
            (before is null ? addedFiles : changedFiles).Add(file.File);
            return;
        }

        // The last good version stays. In a rebuild it has to be written again, from the old index.
        files[file.File] = record with { Passages = before?.Passages ?? 0, Words = before?.Words ?? 0, LinesSetAside = before?.LinesSetAside ?? 0 };
        if (plan.RebuildFrom is not null && before is { Passages: > 0 })
        {
            var kept = lastGood(LectureId.ForFile(file.File)) is { } transcript ? preparation.Prepare(transcript, known) : null;
            if (kept is not null)
            {
                Replace(writer, kept);
            }

            files[file.File] = files[file.File] with { Passages = kept?.Passages.Count ?? 0, Words = kept?.Words ?? 0 };
        }
    }

    private void Replace(IndexWriter writer, PreparedLecture lecture)
    {
        var term = new Term(IndexFields.LectureId, lecture.Id.Value);
        if (plan.Before is null || plan.RebuildFrom is not null)
        {
            writer.AddDocuments(LectureBlock.Documents(lecture));
        }
        else
        {
            writer.UpdateDocuments(term, LectureBlock.Documents(lecture));
        }

        written += lecture.Passages.Count;
    }

    private static Term TermFor(string file) => new(IndexFields.LectureId, LectureId.ForFile(file).Value);
}

/// <summary>Measures a run.</summary>
internal sealed class IndexClock(TimeProvider time)
{
    private readonly long started = time.GetTimestamp();

    public TimeSpan Elapsed => time.GetElapsedTime(started);

    public IndexProgress Progress(int filesDone, int files, int passages) => new(filesDone, files, passages, Elapsed);
}
