using Lectures.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Lectures.Searching;

/// <summary>What the library itself says is the same ("Louis XIV, the Sun King"), read from the index for the words of a question.</summary>
internal static class Descriptions
{
    /// <summary>What so many are called names none of them: "the king of Spain".</summary>
    private const int Most = 2;

    /// <summary>The names and descriptions that stand in a question, with what they stand for; of several that fit at one place the longest.</summary>
    public static IEnumerable<NameMatch> In(Question question, IndexReader reader)
    {
        var terms = new List<(TermsEnum Terms, IBits? Live)>();
        foreach (var leaf in reader.Leaves)
        {
            if (leaf.AtomicReader.GetTerms(IndexFields.Description)?.GetEnumerator() is { } ofLeaf)
            {
                terms.Add((ofLeaf, leaf.AtomicReader.LiveDocs));
            }
        }

        for (var at = 0; terms.Count > 0 && at < question.All.Count;)
        {
            var word = question.All[at];
            var fitting = QuestionWords.Contains(word.Exact) ? [] : terms.SelectMany(each => StandingAt(each.Terms, each.Live, question.All, at)).ToList();
            var longest = fitting.Count == 0 ? 1 : fitting.Max(static description => description.Name.Count);
            fitting = [.. fitting.Where(description => description.Name.Count == longest && (longest > 1 || MayBeName(question, word))).DistinctBy(static description => string.Join(' ', description.Other))];
            foreach (var description in fitting.Count <= Most ? fitting : [])
            {
                yield return new NameMatch([.. question.All.Skip(at).Take(longest)], description.Spelling, [.. description.Other.Select(WordOf)]);
            }

            at += longest;
        }
    }

    private static List<Description> StandingAt(TermsEnum terms, IBits? live, IReadOnlyList<Word> words, int at)
    {
        var found = new List<Description>();
        var (alone, longer) = Description.Openings(words[at].Stem);
        foreach (var opening in at + 1 < words.Count ? [alone, longer] : (ReadOnlySpan<string>)[alone])
        {
            var status = terms.SeekCeil(new BytesRef(opening));
            while (status != TermsEnum.SeekStatus.END && terms.Term.Utf8ToString() is var term && term.StartsWith(opening, StringComparison.Ordinal))
            {
                if (Description.Read(term) is var description && description.Name.Index().All(name => at + name.Index < words.Count && words[at + name.Index].Stem == name.Item)
                    && terms.Docs(live, null, DocsFlags.NONE).NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                {
                    found.Add(description);
                }

                status = terms.MoveNext() ? TermsEnum.SeekStatus.FOUND : TermsEnum.SeekStatus.END;
            }
        }

        return found;
    }

    /// <summary>Who writes names with capitals means no name by "glory".</summary>
    private static bool MayBeName(Question question, Word word) =>
        !question.IsName.Contains(true) || question.Terms.Index().Any(term => term.Item.Stem == word.Stem && question.IsName[term.Index]);

    private static Word WordOf(string stem) => new(stem, stem, TextAnalysis.Hash(stem), WordMarks.None);
}
