using System.Runtime.CompilerServices;
using Lectures.Indexing;

namespace Lectures.Searching;

/// <summary>
/// What was found out about words of each state of a library that is asked, for the next questions. How much is kept is bounded over all states, and so
/// memory does not grow with the servers; what is of a former state goes when a cache begins anew.
/// </summary>
internal sealed class KnownInLibraries(RelatedWords words)
{
    private readonly ConditionalWeakTable<object, KnownInLibrary> states = [];
    private readonly RelatedInLibrary related = new(words);
    private readonly NamesInLibrary names = new();
    private int last;

    /// <param name="state"><see cref="IndexLease.State"/></param>
    public KnownInLibrary In(object state) => states.GetValue(state, _ => new KnownInLibrary(Interlocked.Increment(ref last), related, names));
}

/// <summary>What was found out about words of one state.</summary>
internal sealed class KnownInLibrary(int state, RelatedInLibrary related, NamesInLibrary names)
{
    public RelatedWords Words => related.Words;

    public RelatedFrequency[] Related(string stem, TermLookup lookup) => related.Of(state, stem, lookup);

    public bool IsName(Word word, TermLookup lookup) => names.Contains(state, word, lookup);
}
