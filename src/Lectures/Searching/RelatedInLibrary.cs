using System.Collections.Concurrent;
using Lectures.Indexing;

namespace Lectures.Searching;

/// <summary>
/// What <see cref="RelatedWords"/> says, as far as one state of a library has the words, with how many passages have each: a question has a hundred of them, and
/// to look each up in the index would take a tenth of the time that it has.
/// </summary>
internal sealed class RelatedInLibrary(RelatedWords related)
{
    /// <summary>Words asked about before, up to a bound.</summary>
    private const int MostKnown = 4_000;

    private readonly ConcurrentDictionary<string, RelatedFrequency[]> known = new(StringComparer.Ordinal);

    /// <returns>What says nearly the same first, the rarest of it before the others.</returns>
    public RelatedFrequency[] Of(Word word, TermLookup lookup)
    {
        if (!known.TryGetValue(word.Stem, out var found))
        {
            found = [.. related.Of(word)
                .Select(other => new RelatedFrequency(other, TextAnalysis.Hash(other.Stem), lookup.Count(IndexFields.Body, other.Stem)))
                .Where(static other => other.Passages > 0 || other.Word.Kind == RelatedKind.Form)
                .OrderBy(static other => other.Word.Kind != RelatedKind.Near).ThenBy(static other => other.Passages)];
            if (known.Count < MostKnown)
            {
                known[word.Stem] = found;
            }
        }

        return found;
    }
}

/// <param name="Hash">Of its stem.</param>
/// <param name="Passages">How many have it.</param>
internal readonly record struct RelatedFrequency(RelatedWord Word, int Hash, int Passages);
