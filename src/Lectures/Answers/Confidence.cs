using Lectures.Searching;

namespace Lectures.Answers;

/// <summary>
/// How sure it is that the first excerpts answer: a logistic regression over how much of the question the best passages hold and how
/// far they stand out. Fitted on the shared question sets (docs/quality.md); the project's own questions had no part in it.
/// </summary>
internal static class Confidence
{
    private const int Looked = 3;

    public static double Of(IReadOnlyList<Hit> hits, TermWeights weights)
    {
        if (hits.Count == 0)
        {
            return 0;
        }

        var first = hits.Take(Looked).ToList();
        var passage = first.Max(static hit => hit.Coverage);
        var sentence = first.Max(static hit => hit.Sentences.Max(static s => s.Coverage));
        var score = first.Max(static hit => hit.Sentences.Max(static s => s.Score));
        var lecture = hits.Take(10).Count(hit => hit.Passage.Transcript.Lecture.Id == hits[0].Passage.Transcript.Lecture.Id) / 10.0;
        var sixth = hits.Count > 5 ? hits[5].Score / hits[0].Score : 0;
        var sum = -1.154 + 0.597 * passage + 2.267 * sentence + 2.485 * score - 1.477 * weights.Unknown + 1.904 * lecture - 3.538 * sixth;
        return 1 / (1 + Math.Exp(-sum));
    }
}
