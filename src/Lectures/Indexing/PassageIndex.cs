using Lectures.Passages;
using Lectures.Semantics;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lock = System.Threading.Lock;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace Lectures.Indexing;

/// <summary>The index in its folder: hands out leases on the last commit and, to one writer at a time, the right to make the next.</summary>
public sealed class PassageIndex : IDisposable
{
    private readonly Lock gate = new();
    private readonly Func<LuceneDirectory> open;
    private readonly string format;
    private readonly PassageCache cache;
    private readonly SegmentVocabularies vocabularies = new();
    private LuceneDirectory? directory;
    private IndexSnapshot? current;

    static PassageIndex() => PassageCodec.Register();

    /// <param name="folder">Created with the first commit.</param>
    /// <param name="semantics">Whose vectors the index holds; null for none.</param>
    /// <param name="cachedCharacters">Of passages that are kept in memory.</param>
    public PassageIndex(string folder, PassageOptions passages, SemanticStage? semantics = null, int cachedCharacters = PassageCache.DefaultCharacters)
        : this(folder, passages, () => FSDirectory.Open(folder, new ProcessLockFactory(folder)), semantics, cachedCharacters)
    {
    }

    /// <summary>Over another kind of storage, as tests need it.</summary>
    internal PassageIndex(string folder, PassageOptions passages, Func<LuceneDirectory> open, SemanticStage? semantics = null, int cachedCharacters = PassageCache.DefaultCharacters)
    {
        cache = new PassageCache(cachedCharacters);
        format = IndexFormat.Of(passages, semantics?.Identity);
        Folder = folder;
        this.open = open;
    }

    public string Folder { get; }

    /// <summary>A lease on the newest commit that <see cref="Refresh"/> has seen; null where there is no index yet, or one of another format.</summary>
    public IndexLease? Lease()
    {
        while (true)
        {
            var snapshot = Volatile.Read(ref current) ?? Refresh();
            if (snapshot?.Manifest is not { } manifest || manifest.Format != format)
            {
                return null;
            }

            if (snapshot.TryKeep())
            {
                return new IndexLease(snapshot);
            }
        }
    }

    /// <summary>Turns to what another process may have committed.</summary>
    public void LookAgain()
    {
        // Whoever is turning to the next state already does so for all, and nobody need wait for it.
        if (gate.TryEnter())
        {
            try
            {
                Refresh();
            }
            finally
            {
                gate.Exit();
            }
        }
    }

    /// <summary>What the last commit holds: the version of each upload by its file. Null where there is none, or one that was made otherwise than this Clio would.</summary>
    public IReadOnlyDictionary<string, long>? Versions() => Refresh()?.Manifest is { } manifest && manifest.Format == format
        ? manifest.Files.ToDictionary(static file => file.Key, static file => file.Value.Modified, StringComparer.Ordinal)
        : null;

    /// <summary>Turns to the newest commit, this process's or another's.</summary>
    /// <param name="made">What the newest commit holds, where the caller has just made it.</param>
    internal IndexSnapshot? Refresh(IndexManifest? made = null)
    {
        lock (gate)
        {
            var (old, reader) = (current, current?.Newer());
            if (old is not null && reader is null)
            {
                return old;
            }

            reader ??= OpenReader();
            if (reader is not null)
            {
                var next = new IndexSnapshot(reader, cache, vocabularies, made);
                if (old is not null)
                {
                    // Questions go on with the old state until the new one is as quick.
                    next.Warm();
                }

                Volatile.Write(ref current, next);
                old?.Release();
            }

            return current;
        }
    }

    /// <summary>A state that is not committed yet.</summary>
    internal IndexSnapshot Ahead(DirectoryReader reader, IndexManifest manifest) => new(reader, cache, vocabularies, manifest);

    /// <summary>A writer that holds the index's lock until disposed.</summary>
    /// <exception cref="LockObtainFailedException">Another process or task is writing.</exception>
    internal IndexWriter Write(IndexWriterConfig config)
    {
        config.WriteLockTimeout = 0;
        RequireWritable();
        RemoveUnreadable();
        return new IndexWriter(Storage(), config);
    }

    public void Dispose()
    {
        lock (gate)
        {
            current?.Release();
            current = null;
            directory?.Dispose();
        }
    }

    /// <summary>A lock that cannot be made looks to Lucene like one that another holds; this tells them apart.</summary>
    private void RequireWritable()
    {
        System.IO.Directory.CreateDirectory(Folder);
        var probe = Path.Combine(Folder, $"{Guid.NewGuid():N}.probe");
        File.WriteAllBytes(probe, []);
        File.Delete(probe);
    }

    /// <summary>
    /// What is left of a first commit that was cut short, or of one that a disk has damaged, is in the way of every writer. Where there is
    /// nothing to read, there is nothing to keep.
    /// </summary>
    private void RemoveUnreadable()
    {
        var storage = Storage();
        if (!storage.ListAll().Any(IsCommit))
        {
            return;
        }

        using var writing = storage.MakeLock(IndexWriter.WRITE_LOCK_NAME);
        if (!writing.Obtain())
        {
            throw new LockObtainFailedException("Another writer has the index.");
        }

        // Looked at under the lock, so that nobody's commit is half made.
        if (Refresh() is null)
        {
            foreach (var file in storage.ListAll().Where(IsCommit))
            {
                storage.DeleteFile(file);
            }
        }
    }

    private static bool IsCommit(string file) => file.StartsWith(IndexFileNames.SEGMENTS, StringComparison.Ordinal);

    private DirectoryReader? OpenReader()
    {
        if (!System.IO.Directory.Exists(Folder) && directory is null)
        {
            return null;
        }

        try
        {
            return DirectoryReader.Open(Storage());
        }
        catch (Exception damage) when (damage is FileNotFoundException or System.IO.DirectoryNotFoundException or CorruptIndexException or EndOfStreamException)
        {
            // None yet, or one that a person or a disk has damaged: what cannot be read is made anew like what is missing.
            return null;
        }
    }

    private LuceneDirectory Storage()
    {
        lock (gate)
        {
            return directory ??= open();
        }
    }
}
