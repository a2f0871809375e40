namespace Lectures.Searching;

/// <summary>What the candidates of one lecture say together.</summary>
/// <param name="Best">The document of the passage that Lucene scored highest.</param>
internal sealed record LectureEvidence(float Score, Coverage Held, int Best)
{
    public static LectureEvidence Of(IEnumerable<Candidate> candidates, Coverage held)
    {
        var (score, best, bestScore) = (0f, -1, 0f);
        foreach (var candidate in candidates)
        {
            score += candidate.Score;
            if (candidate.Score > bestScore)
            {
                (best, bestScore) = (candidate.Document, candidate.Score);
            }

            held.Take(candidate.Profile.Held);
        }

        return new LectureEvidence(score, held, best);
    }
}
