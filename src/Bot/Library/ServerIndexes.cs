using System.Collections.Concurrent;
using Bot.Storage;
using Lectures.Indexing;

namespace Bot.Library;

/// <summary>
/// Keeps servers' indexes in step with what is published in the database. The database is the truth: an index that a crash has left behind is
/// brought in step when Clio starts, and until then nobody is answered from it.
/// </summary>
internal sealed partial class ServerIndexes(
    OpenIndexes indexes, LectureStore lectures, Database database, PassageIndexer indexer, ILogger<ServerIndexes> logger)
{
    private const string NotEncoded = "The operator's semantic model failed on a lecture. Nothing was changed; try again later, and tell the operator, whose log says why.";

    public const string NotWritten = "The store cannot be written: the disk is full, or the folder is read-only. Nothing was changed; try again when there is space.";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<ServerId, SemaphoreSlim> gates = new();
    private readonly ConcurrentDictionary<ServerId, bool> inStep = new();
    private readonly ConcurrentDictionary<ServerId, Task> healing = new();

    /// <summary>A lease on a server's uploads; null where it has none, or they are being brought in step.</summary>
    public IndexLease? Lease(ServerId server)
    {
        if (!IsInStep(server))
        {
            return null;
        }

        var lease = indexes.Lease(server);
        if (lease is { PassageCount: 0 })
        {
            lease.Dispose();
            return null;
        }

        return lease;
    }

    /// <summary>Brings every server's index in step and deletes those that nothing is published for.</summary>
    /// <returns>How many could not be.</returns>
    public async Task<int> HealAllAsync(CancellationToken cancellation)
    {
        var failed = 0;
        foreach (var server in lectures.Servers().Union(indexes.OnDisk()).ToList())
        {
            if (lectures.Published(server).Count == 0)
            {
                await EraseAsync(server, () => lectures.Published(server).Count == 0, cancellation);
                continue;
            }

            failed += await HealAsync(server, cancellation) ? 0 : 1;
        }

        return failed;
    }

    /// <summary>Brings one server's index in step.</summary>
    /// <returns>False where it cannot be now; it is tried again when somebody asks.</returns>
    public async Task<bool> HealAsync(ServerId server, CancellationToken cancellation)
    {
        try
        {
            return TryLook(server) || await ChangeAsync(server, all: false, progress: null, static (list, _) => list, static () => { }, cancellation) is ServerChange.Done;
        }
        catch (StorageException unreadable)
        {
            LogNotInStep(unreadable, server.Value);
            return false;
        }
    }

    /// <summary>
    /// One change of what is published: the index is made ready, the database is written, the index is committed. A crash before the database
    /// is written leaves all as it was; after it, the next start commits.
    /// </summary>
    /// <param name="next">From what is published to what will be, and what to say of the index before anybody sees it.</param>
    /// <param name="write">Writes the database; in a transaction.</param>
    public async Task<ServerChange> ChangeAsync(
        ServerId server,
        bool all,
        IProgress<IndexProgress>? progress,
        Func<IReadOnlyList<UploadedTranscript>, CancellationToken, IReadOnlyList<UploadedTranscript>> next,
        Action write,
        CancellationToken cancellation)
    {
        using var right = await EnterAsync(server, cancellation);
        if (right is null)
        {
            return new ServerChange.Busy();
        }

        switch (await PrepareAsync(server, all, progress, next, cancellation))
        {
            case PrepareOutcome.Ready ready:
                return Commit(server, ready.Next, write);
            case PrepareOutcome.Busy:
                return new ServerChange.Busy();
            case PrepareOutcome.Failed failed:
                return new ServerChange.Failed(Told(failed));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>What a moderator is told; the operator's own sentence names files.</summary>
    public static string Told(PrepareOutcome.Failed failed) => failed.IsModel ? NotEncoded : NotWritten;

    /// <summary>The right to change a server's index, one at a time; null where another has it for too long.</summary>
    public async Task<IDisposable?> EnterAsync(ServerId server, CancellationToken cancellation)
    {
        var gate = gates.GetOrAdd(server, static _ => new SemaphoreSlim(1));
        return await gate.WaitAsync(Patience, cancellation) ? new Right(gate) : null;
    }

    /// <summary>The next state of a server's index, for whoever has entered.</summary>
    public async Task<PrepareOutcome> PrepareAsync(
        ServerId server,
        bool all,
        IProgress<IndexProgress>? progress,
        Func<IReadOnlyList<UploadedTranscript>, CancellationToken, IReadOnlyList<UploadedTranscript>> next,
        CancellationToken cancellation)
    {
        var wanted = next([.. lectures.Published(server).Select(lecture => Uploaded(server, lecture.Lecture, lecture.Version))], cancellation);
        var index = indexes.Use(server);
        var isHeld = false;
        try
        {
            var outcome = await indexer.PrepareAsync(wanted, index.Index, all, progress, cancellation);
            if (outcome is PrepareOutcome.Ready ready)
            {
                // However many servers are asked about meanwhile, it stays open until it is committed.
                ready.Next.Hold(index);
                isHeld = true;
            }

            return outcome;
        }
        finally
        {
            if (!isHeld)
            {
                index.Dispose();
            }
        }
    }

    /// <summary>For whoever has entered: writes the database, then commits.</summary>
    public ServerChange Commit(ServerId server, PreparedIndex prepared, Action write)
    {
        using (prepared)
        {
            try
            {
                prepared.Flush();
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                LogNotInStep(failure, server.Value);
                return new ServerChange.Failed(NotWritten);
            }

            try
            {
                database.Write(_ => write());
            }
            catch (StorageException failure)
            {
                return new ServerChange.Failed(failure.Message);
            }

            try
            {
                prepared.Commit();
                inStep[server] = true;
                return new ServerChange.Done(prepared.Report);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // It is published, and will be found as soon as the disk takes it.
                inStep.TryRemove(server, out _);
                LogNotInStep(failure, server.Value);
                return new ServerChange.Failed("The disk could not be written at the last moment. The change is kept and shows by itself as soon as there is space.");
            }
            catch
            {
                inStep.TryRemove(server, out _);
                throw;
            }
        }
    }

    public UploadedTranscript Uploaded(ServerId server, StoredLecture lecture, StoredVersion version) => new()
    {
        File = lecture.File,
        Name = version.FileName,
        Version = version.Number,
        Hash = version.Hash,
        Given = version.Given,
        Content = () => lectures.Content(server, version.Hash),
    };

    /// <summary>Deletes a server's index while nobody else can change it.</summary>
    /// <param name="first">Erases its rows, or looks whether there are none; false where the index is to stay.</param>
    /// <exception cref="IOException">Nothing was erased.</exception>
    public async Task EraseAsync(ServerId server, Func<bool> first, CancellationToken cancellation)
    {
        using var right = await EnterAsync(server, cancellation) ?? throw new IOException("The server's library is being changed, so nothing was erased. Try again in a moment.");
        if (first())
        {
            indexes.Erase(server);
            inStep.TryRemove(server, out _);
        }
    }

    private bool IsInStep(ServerId server)
    {
        if (inStep.ContainsKey(server))
        {
            return true;
        }

        try
        {
            if (TryLook(server))
            {
                return true;
            }
        }
        catch (StorageException unreadable)
        {
            LogNotInStep(unreadable, server.Value);
            return false;
        }

        // Whoever asks is answered from the shared lectures meanwhile.
        healing.GetOrAdd(server, one => Task.Run(async () =>
        {
            try
            {
                await HealAsync(one, CancellationToken.None);
            }
            catch (Exception failure)
            {
                LogNotInStep(failure, one.Value);
            }
            finally
            {
                healing.TryRemove(one, out _);
            }
        }));
        return false;
    }

    /// <summary>Compares what the index holds with what is published.</summary>
    private bool TryLook(ServerId server)
    {
        if (inStep.ContainsKey(server))
        {
            return true;
        }

        var published = lectures.Published(server);
        if (published.Count == 0 && !Directory.Exists(indexes.FolderOf(server)))
        {
            inStep[server] = true;
            return true;
        }

        using var index = indexes.Use(server);
        var isInStep = index.Index.Versions() is { } held
            && held.Count == published.Count
            && published.All(lecture => held.TryGetValue(lecture.Lecture.File, out var version) && version == lecture.Version.Number);
        if (isInStep)
        {
            inStep[server] = true;
        }

        return isInStep;
    }

    private sealed class Right(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }

    [LoggerMessage(LogLevel.Error, "The index of server {Server} could not be brought in step")]
    private partial void LogNotInStep(Exception failure, string server);
}
