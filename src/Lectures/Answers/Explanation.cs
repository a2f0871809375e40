using Lectures.Indexing;
using Lectures.Passages;
using Lectures.Searching;

namespace Lectures.Answers;

/// <summary>Why a passage was shown.</summary>
/// <param name="Matched">Words of the passage, or of the headings it stands under, that stand for words of the question; as they are written there.</param>
/// <param name="Missing">Words of the question that neither has.</param>
/// <param name="AlsoSearched">What the passage has for a word as typed: another spelling, another name.</param>
public sealed record Explanation(
    IReadOnlyList<string> Matched, IReadOnlyList<string> Missing, IReadOnlyList<(string Typed, string Other)> AlsoSearched)
{
    internal static Explanation Of(QuestionTerms terms, QuestionReader reader, Passage passage)
    {
        var (matched, found) = (new List<string>(), new HashSet<int>());
        var lecture = passage.Transcript.Lecture;
        foreach (var text in new[] { passage.Text, passage.Section ?? "", lecture.Title, lecture.Series ?? "" })
        {
            var tokens = reader.Analyze(text);
            for (var at = 0; at < tokens.Count; at++)
            {
                for (var match = terms.First(tokens[at].Word.Hash); match >= 0; match = terms[match].Next)
                {
                    if (terms[match].Kind == MatchKind.Same && StartOf(tokens, at, terms[match].Before) is { } start)
                    {
                        found.Add(terms[match].Term);
                        matched.Add(text[start..tokens[at].End]);
                    }
                }
            }
        }

        return new Explanation(
            [.. matched.Distinct(StringComparer.OrdinalIgnoreCase)],
            [.. terms.Question.Terms.Where((_, term) => !found.Contains(term)).Select(static word => word.Exact)],
            Others(terms, reader, [passage.Text, passage.Section ?? "", lecture.Title]));
    }

    /// <summary>Which of the other spellings and names that were searched for stand in these texts, as they are written there.</summary>
    internal static IReadOnlyList<(string Typed, string Other)> Others(QuestionTerms terms, QuestionReader reader, IEnumerable<string> texts)
    {
        if (terms.Variants.Count == 0)
        {
            return [];
        }

        var others = new List<(string Typed, string Other)>();
        foreach (var text in texts)
        {
            var tokens = reader.Analyze(text);
            for (var at = 0; at < tokens.Count; at++)
            {
                foreach (var variant in terms.Variants)
                {
                    if (variant.Hash == tokens[at].Word.Hash && StartOf(tokens, at, variant.Before) is { } start)
                    {
                        others.Add((variant.Typed, variant.Spelling ?? text[start..tokens[at].End]));
                    }
                }
            }
        }

        return [.. others.DistinctBy(static other => (other.Typed, other.Other.ToUpperInvariant()))];
    }

    /// <summary>Where a word begins, or the one before it where both belong together; null where that is another word.</summary>
    /// <param name="before">The hash of the word that must stand before it; 0 for none.</param>
    private static int? StartOf(IReadOnlyList<Token> tokens, int at, int before) =>
        before == 0 ? tokens[at].Start : at > 0 && tokens[at - 1].Word.Hash == before ? tokens[at - 1].Start : null;
}
