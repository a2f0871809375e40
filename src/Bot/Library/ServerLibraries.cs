using Bot.Storage;
using Lectures.Indexing;
using Lectures.Searching;

namespace Bot.Library;

/// <summary>What a server can be answered from: the shared lectures, and its own uploads and names beside them.</summary>
internal sealed class ServerLibraries(SharedLibrary shared, ServerIndexes own, ServerNames names)
{
    /// <summary>Whether this process is reading lectures just now.</summary>
    public bool IsIndexing => shared.IsIndexing;

    /// <summary>The names that count for a server's questions; null where the shared table is all there is.</summary>
    /// <param name="server">Null in a private conversation.</param>
    public NamesTable? Names(ServerId? server) => server is { } known ? names.Table(known) : null;

    /// <summary>A lease on what the server can see; null where that is nothing.</summary>
    /// <param name="server">Null in a private conversation: the shared lectures alone.</param>
    public IndexLease? Lease(ServerId? server) => server is { } known ? IndexLease.Together(shared.Lease(), own.Lease(known)) : shared.Lease();
}
