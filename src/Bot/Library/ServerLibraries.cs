using Bot.Storage;
using Lectures.Indexing;
using Lectures.Searching;

namespace Bot.Library;

/// <summary>What a server can be answered from: the shared lectures, and its own uploads beside them.</summary>
internal sealed class ServerLibraries(SharedLibrary shared)
{
    /// <summary>Whether this process is reading lectures just now.</summary>
    public bool IsIndexing => shared.IsIndexing;

    /// <summary>The names that count for a server's questions; null where the shared table is all there is.</summary>
    /// <param name="server">Null in a private conversation.</param>
    public NamesTable? Names(ServerId? server) => null;

    /// <summary>A lease on what the server can see; null where that is nothing.</summary>
    /// <param name="server">Null in a private conversation: the shared lectures alone.</param>
    public IndexLease? Lease(ServerId? server) => shared.Lease();
}
