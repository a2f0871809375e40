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
            foreach (var token in reader.Analyze(text))
            {
                for (var match = terms.First(token.Word.Hash); match >= 0; match = terms[match].Next)
                {
                    if (terms[match].Kind == MatchKind.Same)
                    {
                        found.Add(terms[match].Term);
                        matched.Add(text[token.Start..token.End]);
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
            foreach (var token in reader.Analyze(text))
            {
                for (var i = 0; i < terms.Variants.Count; i++)
                {
                    var variant = terms.Variants[i];
                    if (variant.Hash == token.Word.Hash)
                    {
                        others.Add((variant.Typed, variant.Spelling ?? text[token.Start..token.End]));
                    }
                }
            }
        }

        return [.. others.DistinctBy(static other => (other.Typed, other.Other.ToUpperInvariant()))];
    }
}
