using Lectures.Indexing;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Lectures.Searching;

/// <summary>
/// Which words a state of a library writes as names, with a capital where no sentence begins: people ask for "napoleon", or begin with the name.
/// Where lectures have no capitals at all, as recognised speech, there are none.
/// </summary>
internal sealed class NamesInLibrary
{
    /// <summary>Passages that are looked at for a word.</summary>
    private const int MostPassages = 8;

    /// <summary>Words asked about before, of all states together.</summary>
    private const int MostKnown = 20_000;

    private readonly BoundedCache<(int State, int Hash), bool> known = new(MostKnown);

    /// <param name="state">The number of the state that <paramref name="lookup"/> looks into.</param>
    public bool Contains(int state, Word word, TermLookup lookup) => known.Get((state, word.Hash), (word, lookup), static (_, from) => Find(from.word, from.lookup));

    private static bool Find(Word word, TermLookup lookup)
    {
        var (passages, asName, otherwise) = (0, 0, 0);
        var bytes = new BytesRef();
        foreach (var leaf in lookup.Leaves.TakeWhile(_ => passages < MostPassages))
        {
            if (lookup.Postings(leaf.Ord, IndexFields.Body, word.Stem) is not { } postings || leaf.AtomicReader.GetBinaryDocValues(IndexFields.Terms) is not { } terms)
            {
                continue;
            }

            for (var document = postings.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS && passages < MostPassages; document = postings.NextDoc())
            {
                passages++;
                terms.Get(document, bytes);
                Count(new PassageTerms(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length)), word.Hash, ref asName, ref otherwise);
            }
        }

        return asName > 2 * otherwise;
    }

    private static void Count(PassageTerms terms, int hash, ref int asName, ref int otherwise)
    {
        for (var s = 0; s < terms.SentenceCount; s++)
        {
            var words = terms.Sentence(s);
            for (var at = 1; at < words.Count; at++)
            {
                if (words.Hash(at) == hash)
                {
                    _ = words.Marks(at).HasFlag(WordMarks.Name) ? asName++ : otherwise++;
                }
            }
        }
    }
}
