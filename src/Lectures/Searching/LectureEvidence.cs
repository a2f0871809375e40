namespace Lectures.Searching;

/// <summary>What the candidates of one lecture say together.</summary>
internal sealed record LectureEvidence(float Score, float[] Strengths, int Best)
{
    public static LectureEvidence Of(IEnumerable<Candidate> candidates)
    {
        var (score, best, bestScore) = (0f, -1, 0f);
        float[]? strengths = null;
        foreach (var candidate in candidates)
        {
            score += candidate.Score;
            if (candidate.Score > bestScore)
            {
                (best, bestScore) = (candidate.Document, candidate.Score);
            }

            strengths ??= new float[candidate.Profile.Strengths.Length];
            for (var t = 0; t < strengths.Length; t++)
            {
                strengths[t] = Math.Max(strengths[t], candidate.Profile.Strengths[t]);
            }
        }

        return new LectureEvidence(score, strengths ?? [], best);
    }

    public float Coverage(ReadOnlySpan<float> weights)
    {
        var sum = 0f;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * Strengths[i];
        }

        return sum;
    }
}
