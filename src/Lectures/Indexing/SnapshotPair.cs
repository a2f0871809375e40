namespace Lectures.Indexing;

/// <summary>
/// A state of a server's own index and one of the shared index, read as one: what is made of both is kept for as long as neither changes. A server that nobody asks
/// holds on to no former state of the shared index.
/// </summary>
internal sealed class SnapshotPair(IndexSnapshot shared, IndexSnapshot own)
{
    private readonly WeakReference<IndexSnapshot> with = new(shared);
    private LibraryCatalog? catalog;
    private Vocabulary? vocabulary;

    public bool IsWith(IndexSnapshot shared) => with.TryGetTarget(out var known) && ReferenceEquals(known, shared);

    public LibraryCatalog Catalog(IndexSnapshot shared) => LazyInitializer.EnsureInitialized(ref catalog, () => LibraryCatalog.Together(shared.Catalog, own.Catalog));

    public Vocabulary Vocabulary(IndexSnapshot shared) => LazyInitializer.EnsureInitialized(ref vocabulary, () => Indexing.Vocabulary.Together(shared.Vocabulary, own.Vocabulary));
}
