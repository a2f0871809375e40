using Bot.Storage;
using Lectures.Indexing;
using Lectures.Passages;
using Lectures.Semantics;
using Microsoft.Extensions.Options;

namespace Bot.Library;

/// <summary>The servers' own indexes: opened when first asked of, the least recently used closed again.</summary>
internal sealed class OpenIndexes(IOptions<LibraryOptions> options, IOptions<PassageOptions> passages, SemanticStage semantics, TimeProvider time) : IDisposable
{
    public const int MostOpen = 64;

    /// <summary>Of passages kept in memory for each; many may be open.</summary>
    private const int CachedCharacters = 200_000;

    /// <summary>Another process's commit is noticed so late.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly Dictionary<ServerId, LinkedListNode<OpenIndex>> open = [];
    private readonly LinkedList<OpenIndex> byUse = new();

    public string Folder { get; } = Path.Combine(options.Value.Store, "servers");

    public string FolderOf(ServerId server) => Path.Combine(Folder, server.Value);

    /// <summary>Servers that have a folder.</summary>
    public IReadOnlyList<ServerId> OnDisk() => Directory.Exists(Folder)
        ? [.. Directory.EnumerateDirectories(Folder).Select(static folder => ServerId.From(Path.GetFileName(folder))).OfType<ServerId>()]
        : [];

    /// <summary>A lease on a server's own index; null where it has none.</summary>
    public IndexLease? Lease(ServerId server)
    {
        if (!Directory.Exists(FolderOf(server)))
        {
            return null;
        }

        using var index = Use(server);
        return index.Lease(time, LookAgain);
    }

    /// <summary>A server's index, which stays open until it is given back.</summary>
    public OpenIndex Use(ServerId server)
    {
        lock (gate)
        {
            if (open.TryGetValue(server, out var known))
            {
                byUse.Remove(known);
                byUse.AddFirst(known);
            }
            else
            {
                open[server] = known = byUse.AddFirst(new OpenIndex(server, new PassageIndex(FolderOf(server), passages.Value, semantics, CachedCharacters)));
                while (byUse.Count > MostOpen && byUse.Last is { } oldest)
                {
                    Forget(oldest);
                }
            }

            known.Value.Keep();
            return known.Value;
        }
    }

    /// <summary>Closes a server's index and deletes its folder.</summary>
    public void Erase(ServerId server)
    {
        lock (gate)
        {
            if (open.TryGetValue(server, out var known))
            {
                Forget(known);
            }

            if (Directory.Exists(FolderOf(server)))
            {
                Directory.Delete(FolderOf(server), recursive: true);
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            while (byUse.Last is { } last)
            {
                Forget(last);
            }
        }
    }

    private void Forget(LinkedListNode<OpenIndex> index)
    {
        byUse.Remove(index);
        open.Remove(index.Value.Server);
        index.Value.Dispose();
    }
}

/// <summary>An index in use; closed when the last user and the list of open ones have given it back.</summary>
internal sealed class OpenIndex(ServerId server, PassageIndex index) : IDisposable
{
    private int users = 1;
    private long looked;

    public ServerId Server => server;

    public PassageIndex Index => index;

    public void Keep() => Interlocked.Increment(ref users);

    public IndexLease? Lease(TimeProvider time, TimeSpan lookAgain)
    {
        var (last, now) = (Volatile.Read(ref looked), time.GetTimestamp());
        if (last != 0 && time.GetElapsedTime(last, now) >= lookAgain)
        {
            index.LookAgain();
        }

        if (last == 0 || time.GetElapsedTime(last, now) >= lookAgain)
        {
            Volatile.Write(ref looked, now);
        }

        return index.Lease();
    }

    public void Dispose()
    {
        if (Interlocked.Decrement(ref users) == 0)
        {
            index.Dispose();
        }
    }
}
