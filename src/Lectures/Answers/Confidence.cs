using Lectures.Searching;

namespace Lectures.Answers;

/// <summary>How sure it is that the first excerpts answer.</summary>
internal static class Confidence
{
    private const int Shown = 3;

    public static readonly string[] Names = Enum.GetNames<Sign>();

    public static double[] Features(Ranking ranking, IReadOnlyList<SelectedExcerpt> excerpts)
    {
        var features = new double[Names.Length];
        features[(int)Sign.Bias] = 1;
        if (ranking.Candidates.Count > 0)
        {
            FromCandidates(features, ranking);
            FromShown(features, ranking, [.. excerpts.Take(Shown)]);
        }

        return features;
    }

    public static double Of(Ranking ranking, IReadOnlyList<SelectedExcerpt> excerpts, ConfidenceModel model) =>
        excerpts.Count == 0 ? 0 : model.Probability(Features(ranking, excerpts));

    private static void FromCandidates(double[] features, Ranking ranking)
    {
        var (candidates, weights) = (ranking.Candidates, ranking.Terms.Weights.ToArray());
        var first = candidates.Take(3).ToList();
        features[(int)Sign.BestCoverage] = first.Max(candidate => Coverage.Sum(candidate.Profile.Held.Strong, weights));
        features[(int)Sign.BestExact] = first.Max(candidate => Coverage.ExactSum(candidate.Profile.Held.Strong, weights));
        features[(int)Sign.SentenceCoverage] = first.Max(static candidate => candidate.Profile.Sentences.Max(static sentence => sentence.Strong));
        features[(int)Sign.SentenceProximity] = first.Max(static candidate => candidate.Profile.Sentences.Max(static sentence => sentence.Proximity));
        features[(int)Sign.Unknown] = ranking.Terms.Unknown;
        var held = new float[weights.Length];
        foreach (var candidate in candidates.Where(candidate => candidate.LectureDocument == candidates[0].LectureDocument))
        {
            Most(held, candidate.Profile.Held.Strong);
        }

        features[(int)Sign.LectureShare] = candidates.Take(10).Count(candidate => candidate.LectureDocument == candidates[0].LectureDocument) / 10.0;
        features[(int)Sign.LectureCoverage] = Coverage.Sum(held, weights);
        features[(int)Sign.Sixth] = candidates.Count > 5 ? candidates[5].Score / candidates[0].Score : 0;
        features[(int)Sign.Title] = first.Max(static candidate => candidate.Profile.Title.Strong);
        features[(int)Sign.ScoreOfIdeal] = candidates[0].Score / ranking.Terms.Sum;
        features[(int)Sign.LectureBest] = ranking.Standing.Best;
        features[(int)Sign.Length] = Math.Log(1 + weights.Length);
    }

    private static void FromShown(double[] features, Ranking ranking, List<SelectedExcerpt> shown)
    {
        if (shown.Count == 0)
        {
            return;
        }

        var weights = ranking.Terms.Weights;
        var isName = ranking.Terms.Question.IsName;
        features[(int)Sign.FirstRun] = shown[0].Probability;
        features[(int)Sign.ThreeRuns] = shown.Sum(static excerpt => excerpt.Probability);
        features[(int)Sign.Margin] = shown.Count > 1 ? shown[0].Probability - shown[1].Probability : shown[0].Probability;
        features[(int)Sign.SameLecture] = shown.Count(excerpt => excerpt.Candidate.LectureDocument == shown[0].Candidate.LectureDocument) / (double)Shown;
        var (strong, soft, with) = (new float[weights.Length], new float[weights.Length], new float[weights.Length]);
        foreach (var excerpt in shown)
        {
            for (var s = excerpt.First; s < excerpt.End; s++)
            {
                Most(strong, excerpt.Candidate.Profile.Sentences[s].Held.Strong);
                Most(soft, excerpt.Candidate.Profile.Sentences[s].Held.Soft);
            }

            Most(with, excerpt.Candidate.Profile.Held.Strong);
            Most(with, ranking.Standing.Of(excerpt.Candidate.LectureDocument));
            if (excerpt == shown[0])
            {
                features[(int)Sign.FirstShownSoft] = Coverage.Sum(soft, weights);
            }
        }

        Most(with, strong);
        features[(int)Sign.ShownCoverage] = Coverage.Sum(strong, weights);
        features[(int)Sign.ShownSoft] = Coverage.Sum(soft, weights);
        features[(int)Sign.ShownWithLecture] = Coverage.Sum(with, weights);
        var heaviest = 0f;
        for (var t = 0; t < weights.Length; t++)
        {
            features[(int)Sign.ShownRarest] = weights[t] > heaviest ? soft[t] : features[(int)Sign.ShownRarest];
            heaviest = Math.Max(heaviest, weights[t]);
            features[(int)Sign.HeaviestMissing] = Math.Max(features[(int)Sign.HeaviestMissing], weights[t] * (1 - Math.Max(soft[t], with[t])));
            features[(int)Sign.NamesMissing] += isName[t] ? weights[t] * (1 - with[t]) : 0;
            features[(int)Sign.UnknownName] = isName[t] && with[t] == 0 ? 1 : features[(int)Sign.UnknownName];
        }
    }

    private static void Most(Span<float> best, ReadOnlySpan<float> others)
    {
        for (var i = 0; i < best.Length; i++)
        {
            best[i] = Math.Max(best[i], others[i]);
        }
    }
}

/// <summary>What speaks for an answer or against it. The names stand in the file of weights and in docs/quality.md.</summary>
internal enum Sign
{
    /// <summary>1, so that its weight is the bias.</summary>
    Bias,

    /// <summary>Of the first three candidates the best: how much of the question it holds, and holds as asked.</summary>
    BestCoverage,
    BestExact,
    SentenceCoverage,
    SentenceProximity,

    /// <summary>The share of the question's weight that lies on words which no lecture has.</summary>
    Unknown,

    /// <summary>How many of the first ten candidates are of the first one's lecture, and what that lecture's candidates hold together.</summary>
    LectureShare,
    LectureCoverage,

    /// <summary>The sixth candidate's score over the first's: near 1 where nothing stands out.</summary>
    Sixth,

    /// <summary>The probability of the first excerpt, and of the first three together.</summary>
    FirstRun,
    ThreeRuns,
    Title,

    /// <summary>The first candidate's score over the sum of the terms' idf.</summary>
    ScoreOfIdeal,

    /// <summary>What the excerpts shown hold together.</summary>
    ShownCoverage,
    ShownSoft,

    /// <summary>How well they hold the question's rarest term, and the weight of the heaviest that neither they nor their lectures hold.</summary>
    ShownRarest,
    HeaviestMissing,
    ShownWithLecture,
    NamesMissing,
    FirstShownSoft,
    Margin,
    LectureBest,
    Length,
    SameLecture,

    /// <summary>1 where a name of the question stands in none of what is shown.</summary>
    UnknownName,
}
