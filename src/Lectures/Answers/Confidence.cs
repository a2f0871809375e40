using Lectures.Searching;

namespace Lectures.Answers;

/// <summary>How sure it is that the first excerpts answer: from how much of the question's weight they hold.</summary>
internal static class Confidence
{
    public static double Of(IReadOnlyList<Hit> hits, TermWeights weights)
    {
        if (hits.Count == 0)
        {
            return 0;
        }

        var ideal = weights.Sum * 2.2;
        var score = Math.Min(1, hits[0].Score / ideal);
        var passage = hits.Take(3).Max(static hit => hit.Coverage);
        var sentence = hits.Take(3).Max(static hit => hit.Sentences.Max(static s => s.Coverage));
        return 0.3 * score + 0.4 * passage + 0.3 * sentence;
    }
}
