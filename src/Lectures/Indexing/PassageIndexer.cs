using Lectures.Passages;
using Lectures.Semantics;
using Lectures.Transcripts;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lectures.Indexing;

/// <summary>Brings an index in step with a folder of transcripts: only what changed is read, and everything is one commit.</summary>
public sealed partial class PassageIndexer
{
    private readonly LecturePreparation preparation;
    private readonly TimeProvider time;
    private readonly ILogger<PassageIndexer> log;
    private readonly SemanticStage semantics;
    private readonly string format;

    internal PassageIndexer(
        TranscriptReader reader, TextAnalysis analysis, IOptions<PassageOptions> passages, SemanticStage semantics, TimeProvider time, ILogger<PassageIndexer> log)
    {
        this.semantics = semantics;
        this.time = time;
        this.log = log;
        preparation = new LecturePreparation(reader, new PassageCutter(passages.Value), analysis, time, semantics);
        format = IndexFormat.Of(passages.Value, semantics.Identity);
    }

    /// <param name="folder">With the transcripts.</param>
    /// <param name="all">Reads every file again, also those that have not changed.</param>
    public async Task<IndexOutcome> IndexAsync(
        string folder, PassageIndex index, bool all, IProgress<IndexProgress>? progress, CancellationToken cancellation)
    {
        switch (await PrepareAsync(folder, index, all, progress, cancellation))
        {
            case PrepareOutcome.Ready ready:
                return Commit(ready.Next, index);
            case PrepareOutcome.Busy:
                return new IndexOutcome.Busy();
            case PrepareOutcome.Failed failed:
                return new IndexOutcome.Failed(failed.Reason);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Makes the state in which the index is in step with a folder; nobody sees it until it is committed.</summary>
    /// <param name="folder">With the transcripts.</param>
    /// <param name="all">Reads every file again, also those that have not changed.</param>
    public Task<PrepareOutcome> PrepareAsync(
        string folder, PassageIndex index, bool all, IProgress<IndexProgress>? progress, CancellationToken cancellation) => System.IO.Directory.Exists(folder)
        ? PrepareAsync(
            () => LibraryScan.Of(folder), (found, before) => found == 0 ? NoTranscripts(folder, before) : null, index, all, progress, cancellation)
        : Task.FromResult<PrepareOutcome>(
            new PrepareOutcome.Failed($"The lectures folder “{folder}” does not exist. Create it and put transcripts into it, or name another one."));

    /// <summary>Makes the state in which the index holds these transcripts and no others; nobody sees it until it is committed.</summary>
    /// <param name="all">Reads every transcript again, also those that have not changed.</param>
    public Task<PrepareOutcome> PrepareAsync(
        IReadOnlyList<UploadedTranscript> transcripts, PassageIndex index, bool all, IProgress<IndexProgress>? progress, CancellationToken cancellation) =>
        PrepareAsync(() => [.. transcripts.Select(static transcript => transcript.Found())], static (_, _) => null, index, all, progress, cancellation);

    /// <summary>What a file would come to, and nothing is kept.</summary>
    /// <param name="name">The file's, whose ending tells the format where the content does not.</param>
    public TranscriptPreview Preview(string name, ReadOnlySpan<byte> bytes, GivenDetails given) => preparation.Preview(name, bytes, given);

    private async Task<PrepareOutcome> PrepareAsync(
        Func<List<FoundFile>> list,
        Func<int, IndexManifest?, string?> refuse,
        PassageIndex index,
        bool all,
        IProgress<IndexProgress>? progress,
        CancellationToken cancellation)
    {
        try
        {
            return await BringInStepAsync(list, refuse, index, all, progress, cancellation);
        }
        catch (LockObtainFailedException)
        {
            return new PrepareOutcome.Busy();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new PrepareOutcome.Failed(NotWritten(failure, index));
        }
        catch (ModelException failure)
        {
            // The stage has logged it.
            return new PrepareOutcome.Failed(failure.Message, IsModel: true);
        }
    }

    private IndexOutcome Commit(PreparedIndex next, PassageIndex index)
    {
        using (next)
        {
            try
            {
                next.Commit();
                return new IndexOutcome.InStep(next.Report);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                return new IndexOutcome.Failed(NotWritten(failure, index));
            }
        }
    }

    private async Task<PrepareOutcome> BringInStepAsync(
        Func<List<FoundFile>> list,
        Func<int, IndexManifest?, string?> refuse,
        PassageIndex index,
        bool all,
        IProgress<IndexProgress>? progress,
        CancellationToken cancellation)
    {
        var clock = new IndexClock(time);
        var found = list();
        var before = index.Refresh()?.Manifest;
        if (refuse(found.Count, before) is { } reason)
        {
            return new PrepareOutcome.Failed(reason);
        }

        var plan = IndexPlan.Make(found, before, format, all);
        if (!plan.ChangesIndex && plan.Touched.Count == 0)
        {
            return new PrepareOutcome.Ready(new PreparedIndex(index, before ?? Empty(), Run(plan, index, clock).Report(), null));
        }

        var writer = index.Write(Configuration(plan));
        try
        {
            if (!ReferenceEquals(index.Refresh()?.Manifest, before))
            {
                // Another process committed between the look and the lock: look again.
                writer.Rollback();
                return await BringInStepAsync(list, refuse, index, all, progress, cancellation);
            }

            var run = Run(plan, index, clock);
            await run.WriteAsync(writer, format, progress, cancellation);
            LogIndexed(found.Count, plan.ToRead.Count, plan.Removed.Count);
            return new PrepareOutcome.Ready(new PreparedIndex(index, run.Manifest(format), run.Report(), writer));
        }
        catch
        {
            writer.Rollback();
            throw;
        }
    }

    private IndexManifest Empty() => new() { Format = format, Files = new Dictionary<string, IndexedFile>() };

    private string NotWritten(Exception failure, PassageIndex index)
    {
        LogNotWritten(failure, index.Folder);
        return $"The index folder “{index.Folder}” could not be written. What was indexed before is unchanged. Make the folder writable or free some space, then index again.";
    }

    private IndexRun Run(IndexPlan plan, PassageIndex index, IndexClock clock) => new(plan, preparation, id => LastGood(index, id), id => KnownVectors(index, id), clock);

    private static IndexWriterConfig Configuration(IndexPlan plan)
    {
        var isNew = plan.Before is null || plan.RebuildFrom is not null;
        return new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())
        {
            Codec = new PassageCodec(),
            OpenMode = isNew ? OpenMode.CREATE : OpenMode.CREATE_OR_APPEND,
            Similarity = RankingSimilarity.Create(),
            MergePolicy = MergePolicy(isNew),
            RAMBufferSizeMB = 48,
        };
    }

    /// <summary>
    /// Changes come a lecture at a time while questions are answered. The three smallest segments are merged often, so that there are few for a
    /// question to look into; Lucene by itself waits for ten, and in a small library one of them is the whole of it.
    /// </summary>
    private static TieredMergePolicy MergePolicy(bool isNew)
    {
        var policy = new TieredMergePolicy { ForceMergeDeletesPctAllowed = 0 };
        if (!isNew)
        {
            (policy.MaxMergeAtOnce, policy.SegmentsPerTier, policy.FloorSegmentMB) = (3, 3, 4);
        }

        return policy;
    }

    private Transcript? LastGood(PassageIndex index, LectureId id) =>
        Before(index) is { } before && before.Document(id) is { } document ? LectureBlock.Read(before.Searcher.IndexReader, document).Transcript : null;

    private IReadOnlyDictionary<string, byte[]> KnownVectors(PassageIndex index, LectureId id) =>
        semantics.Identity is { } model && Before(index) is { Manifest: { } manifest } before && IndexFormat.HasVectorsOf(manifest.Format, model) && before.Document(id) is { } document
            ? IndexedMeanings.OfLecture(before.Searcher.IndexReader, document)
            : new Dictionary<string, byte[]>();

    /// <summary>The present state, where its lectures can be read.</summary>
    private IndexSnapshot? Before(PassageIndex index) =>
        index.Refresh() is { Manifest: { } manifest } snapshot && IndexFormat.SameLayout(manifest.Format, format) ? snapshot : null;

    private static string NoTranscripts(string folder, IndexManifest? before)
    {
        var sentence = $"The lectures folder “{folder}” holds no transcripts ({string.Join(", ", TranscriptReader.Extensions)}). Put some into it, or name another folder.";
        return before is { Files.Count: > 0 }
            ? $"{sentence} The index keeps its {before.Files.Count} lectures; delete the index folder to empty it on purpose."
            : sentence;
    }

    [LoggerMessage(LogLevel.Information, "Index in step with {Files} files: {Read} read, {Removed} removed")]
    private partial void LogIndexed(int files, int read, int removed);

    [LoggerMessage(LogLevel.Error, "The index in {Folder} could not be written")]
    private partial void LogNotWritten(Exception failure, string folder);
}
