using Lectures.Indexing;

namespace Lectures.Searching;

/// <summary>
/// What <see cref="RelatedWords"/> says, as far as a state of a library has the words, with how many passages have each: a question has a hundred of them, and
/// to look each up in the index would take a tenth of the time that it has.
/// </summary>
internal sealed class RelatedInLibrary(RelatedWords related)
{
    /// <summary>Words asked about before, of all states together, since each server with lectures of its own has states of its own; a thousand take 1 to 5 MB.</summary>
    private const int MostKnown = 8_000;

    private readonly BoundedCache<(int State, string Stem), RelatedFrequency[]> known = new(MostKnown);

    public RelatedWords Words => related;

    /// <param name="state">The number of the state that <paramref name="lookup"/> looks into.</param>
    /// <param name="stem">Of a word; of a phrase its words', with a space between.</param>
    /// <returns>What says nearly the same first, the rarest of it before the others.</returns>
    public RelatedFrequency[] Of(int state, string stem, TermLookup lookup) => known.Get((state, stem), (Words: related, Lookup: lookup), static (key, from) =>
        [.. from.Words.Of(key.Stem).SelectMany(other => In(from.Words, other, from.Lookup))
            .Where(static other => other.Passages > 0 || other.Word.Kind == RelatedKind.Form)
            .OrderBy(static other => other.Word.Kind != RelatedKind.Near).ThenBy(static other => other.Passages)]);

    /// <summary>A phrase of two words is found where they follow each other, the first in any of its forms.</summary>
    private static IEnumerable<RelatedFrequency> In(RelatedWords related, RelatedWord other, TermLookup lookup) => other.Stem.Split(' ') switch
    {
        [var stem] => [new RelatedFrequency(other, TextAnalysis.Hash(stem), lookup.Count(IndexFields.Body, stem))],
        [var first, var second] when lookup.Count(IndexFields.Body, second) is > 0 and var passages => related.FormsOf(first)
            .Select(form => new RelatedFrequency(other, TextAnalysis.Hash(second), Math.Min(passages, lookup.Count(IndexFields.Body, form)), TextAnalysis.Hash(form))),
        _ => [],
    };
}

/// <param name="Hash">Of its stem; of a phrase its last word's.</param>
/// <param name="Passages">How many have it; of a phrase, at most.</param>
/// <param name="Before">Of a phrase the hash of its first word; 0 for a word.</param>
internal readonly record struct RelatedFrequency(RelatedWord Word, int Hash, int Passages, int Before = 0)
{
    public bool IsPhrase => Before != 0;
}
