using Lectures.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Lectures.Searching;

/// <summary>
/// A word of a question that the library has as two, one after the other: "lightbulb" as "light bulb", and what a recogniser made of a name
/// that it did not know, "Wardenclyffe" as "warden cliff".
/// </summary>
internal static class SplitWords
{
    private const int Shortest = 3;

    /// <summary>Pairs that sound alike and are looked for in passages, at most.</summary>
    private const int MostPairs = 16;

    /// <summary>Passages with both words that are looked into, at most.</summary>
    private const int MostPassages = 64;

    /// <summary>Written apart and otherwise the same.</summary>
    private const float Apart = 0.9f;

    /// <param name="byEar">Whether parts count that only sound alike.</param>
    public static List<WordPair> Of(Word word, int term, bool byEar, TermLookup lookup, Vocabulary vocabulary)
    {
        var found = new List<WordPair>();
        var stem = word.Stem;
        if (char.IsAsciiDigit(stem[0]))
        {
            return found;
        }

        for (var at = Shortest; at <= stem.Length - Shortest; at++)
        {
            foreach (var first in StemsOf(stem[..at]))
            {
                if (Pair(first, stem[at..], term, Apart, isSame: true, lookup) is { } pair)
                {
                    found.Add(pair);
                }
            }
        }

        return found.Count > 0 || !byEar ? found : ByEar(stem, term, lookup, vocabulary);
    }

    private static List<WordPair> ByEar(string stem, int term, TermLookup lookup, Vocabulary vocabulary)
    {
        var pairs = new List<(string First, string Second, double Likeness)>();
        for (var at = Shortest; at <= stem.Length - Shortest; at++)
        {
            var seconds = vocabulary.SoundingLike(stem[at..]);
            foreach (var first in seconds.Count == 0 ? [] : vocabulary.SoundingLike(stem[..at]))
            {
                pairs.AddRange(seconds.Select(second => (first.Stem, second.Stem, (first.Likeness * at + second.Likeness * (stem.Length - at)) / stem.Length)));
            }
        }

        return [.. pairs.OrderByDescending(static pair => pair.Likeness).Take(MostPairs)
            .Select(pair => Pair(pair.First, pair.Second, term, QuestionTerms.Alike * (float)pair.Likeness, isSame: false, lookup)).OfType<WordPair>()];
    }

    /// <summary>The first part as a word of its own would be stemmed: "battle" is "battl".</summary>
    private static IEnumerable<string> StemsOf(string part)
    {
        if (QuestionWords.Contains(part))
        {
            yield break;
        }

        yield return part;
        if (part[^1] == 'e')
        {
            yield return part[..^1];
        }
        else if (part[^1] == 'y')
        {
            yield return $"{part[..^1]}i";
        }
    }

    /// <summary>Null where no passage has one word right after the other.</summary>
    private static WordPair? Pair(string first, string second, int term, float strength, bool isSame, TermLookup lookup)
    {
        if (lookup.DocFreq(IndexFields.Body, second) == 0 || lookup.DocFreq(IndexFields.Body, first) == 0)
        {
            return null;
        }

        var documents = new List<int>();
        var (one, other) = (TextAnalysis.Hash(first), TextAnalysis.Hash(second));
        var bytes = new BytesRef();
        foreach (var leaf in lookup.Leaves)
        {
            if (leaf.AtomicReader.GetTermDocsEnum(new Term(IndexFields.Body, second)) is not { } seconds
                || leaf.AtomicReader.GetTermDocsEnum(new Term(IndexFields.Body, first)) is not { } firsts)
            {
                continue;
            }

            var words = leaf.AtomicReader.GetBinaryDocValues(IndexFields.Terms);
            var (at, looked) = (firsts.NextDoc(), 0);
            while (at != DocIdSetIterator.NO_MORE_DOCS && looked < MostPassages)
            {
                var with = seconds.DocID >= at ? seconds.DocID : seconds.Advance(at);
                if (with != at)
                {
                    at = with == DocIdSetIterator.NO_MORE_DOCS ? with : firsts.Advance(with);
                    continue;
                }

                looked++;
                words.Get(at, bytes);
                if (Follows(new PassageTerms(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length)), one, other))
                {
                    documents.Add(leaf.DocBase + at);
                }

                at = firsts.NextDoc();
            }
        }

        return documents.Count == 0 ? null : new WordPair(first, second, term, strength, isSame, documents);
    }

    private static bool Follows(PassageTerms passage, int first, int second)
    {
        for (var s = 0; s < passage.SentenceCount; s++)
        {
            var sentence = passage.Sentence(s);
            for (var at = 1; at < sentence.Count; at++)
            {
                if (sentence.Hash(at) == second && sentence.Hash(at - 1) == first)
                {
                    return true;
                }
            }
        }

        return false;
    }
}

/// <summary>Two stems that together stand for a term.</summary>
/// <param name="IsSame">Whether they are the word itself written apart, rather than what sounds like it.</param>
/// <param name="Documents">Passages that have them one after the other.</param>
internal sealed record WordPair(string First, string Second, int Term, float Strength, bool IsSame, IReadOnlyList<int> Documents);
