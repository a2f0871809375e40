using Lectures.Indexing;

namespace Lectures.Searching;

/// <summary>Two words of a question that a lecture may have as one: "light bulbs" and "lightbulbs".</summary>
/// <param name="First">The term that is the first of them, or -1.</param>
/// <param name="Second">The term that is the second, or -1.</param>
internal sealed record JoinedWords(int First, int Second, Word Word, string Typed)
{
    private const int Shortest = 3;

    public static IReadOnlyList<JoinedWords> Of(Question question, TextAnalysis analysis)
    {
        var joined = new List<JoinedWords>();
        for (var i = 0; i + 1 < question.All.Count; i++)
        {
            var (one, other) = (question.All[i], question.All[i + 1]);
            if (IsPart(one) && IsPart(other) && (TermOf(question, one), TermOf(question, other)) is var (first, second) && (first >= 0 || second >= 0))
            {
                joined.Add(new JoinedWords(first, second, analysis.WordOf(one.Exact + other.Exact), $"{one.Exact} {other.Exact}"));
            }
        }

        return joined;
    }

    private static bool IsPart(Word word) => word.Exact.Length >= Shortest && !char.IsAsciiDigit(word.Exact[0]);

    private static int TermOf(Question question, Word word)
    {
        for (var term = 0; term < question.Terms.Count; term++)
        {
            if (question.Terms[term].Stem == word.Stem)
            {
                return term;
            }
        }

        return -1;
    }
}
