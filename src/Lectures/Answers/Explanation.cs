using Lectures.Passages;
using Lectures.Searching;

namespace Lectures.Answers;

/// <summary>Why a passage was shown.</summary>
/// <param name="Matched">Words of the passage, or of the headings it stands under, that stand for words of the question; as they are written there.</param>
/// <param name="Missing">Words of the question that neither has.</param>
/// <param name="AlsoSearched">What was searched for beside a word as typed: other spellings, other names.</param>
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
            terms.Variants);
    }
}
