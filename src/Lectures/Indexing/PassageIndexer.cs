using Lectures.Passages;
using Lectures.Transcripts;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Search;
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
    private readonly string format;

    internal PassageIndexer(
        TranscriptReader reader, TextAnalysis analysis, IOptions<PassageOptions> passages, TimeProvider time, ILogger<PassageIndexer> log)
    {
        this.time = time;
        this.log = log;
        preparation = new LecturePreparation(reader, new PassageCutter(passages.Value), analysis, time);
        format = IndexFormat.Of(passages.Value);
    }

    /// <param name="folder">With the transcripts.</param>
    /// <param name="all">Reads every file again, also those that have not changed.</param>
    public async Task<IndexOutcome> IndexAsync(
        string folder, PassageIndex index, bool all, IProgress<IndexProgress>? progress, CancellationToken cancellation)
    {
        if (!System.IO.Directory.Exists(folder))
        {
            return new IndexOutcome.Failed($"The lectures folder “{folder}” does not exist. Create it and put transcripts into it, or name another one.");
        }

        try
        {
            return await BringInStepAsync(folder, index, all, progress, cancellation);
        }
        catch (LockObtainFailedException)
        {
            return new IndexOutcome.Busy();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogNotWritten(failure, index.Folder);
            return new IndexOutcome.Failed(
                $"The index folder “{index.Folder}” could not be written. What was indexed before is unchanged. Make the folder writable or free some space, then index again.");
        }
    }

    private async Task<IndexOutcome> BringInStepAsync(
        string folder, PassageIndex index, bool all, IProgress<IndexProgress>? progress, CancellationToken cancellation)
    {
        var clock = new IndexClock(time);
        var found = LibraryScan.Of(folder);
        var before = index.Refresh()?.Manifest;
        if (found.Count == 0)
        {
            return new IndexOutcome.Failed(NoTranscripts(folder, before));
        }

        var plan = IndexPlan.Make(found, before, format, all);
        if (!plan.ChangesIndex && plan.Touched.Count == 0)
        {
            return new IndexOutcome.InStep(Run(plan, index, clock).Report());
        }

        using var writer = index.Write(Configuration(plan));
        try
        {
            if (!ReferenceEquals(index.Refresh()?.Manifest, before))
            {
                // Another process committed between the look and the lock: look again.
                writer.Rollback();
                return await BringInStepAsync(folder, index, all, progress, cancellation);
            }

            var run = Run(plan, index, clock);
            await run.WriteAsync(writer, format, progress, cancellation);
            index.Refresh();
            LogIndexed(found.Count, plan.ToRead.Count, plan.Removed.Count);
            return new IndexOutcome.InStep(run.Report());
        }
        catch
        {
            writer.Rollback();
            throw;
        }
    }

    private IndexRun Run(IndexPlan plan, PassageIndex index, IndexClock clock) => new(plan, preparation, id => LastGood(index, id), clock);

    private static IndexWriterConfig Configuration(IndexPlan plan) => new(LuceneVersion.LUCENE_48, new KeywordAnalyzer())
    {
        OpenMode = plan.Before is null || plan.RebuildFrom is not null ? OpenMode.CREATE : OpenMode.CREATE_OR_APPEND,
        Similarity = RankingSimilarity.Create(),
        RAMBufferSizeMB = 48,
    };

    private Transcript? LastGood(PassageIndex index, LectureId id)
    {
        if (index.Refresh() is not { Manifest: { } manifest } snapshot || !IndexFormat.SameLayout(manifest.Format, format))
        {
            return null;
        }

        var lectures = snapshot.Searcher.Search(new TermQuery(new Term(IndexFields.LectureId, id.Value)), 1);
        return lectures.ScoreDocs.Length == 0 ? null : LectureBlock.Read(snapshot.Searcher.IndexReader, lectures.ScoreDocs[0].Doc).Transcript;
    }

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
