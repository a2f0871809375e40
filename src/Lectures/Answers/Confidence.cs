using Lectures.Searching;

namespace Lectures.Answers;

/// <summary>How sure it is that the first excerpts answer.</summary>
internal static class Confidence
{
    public static readonly string[] Names =
    [
        "Bias", "BestCoverage", "BestExact", "SentenceCoverage", "SentenceProximity", "Unknown", "LectureShare", "LectureCoverage", "Sixth", "FirstRun", "ThreeRuns", "Title",
    ];

    /// <summary>With what is known besides where a model is set.</summary>
    public static readonly string[] NamesWithMeaning = [.. Names, "NearestPassage", "NearestSentence"];

    public static double[] Features(Ranking ranking, IReadOnlyList<(Excerpt Excerpt, float Probability)> excerpts) => ranking.Meanings is { } meanings
        ? [.. PlainFeatures(ranking, excerpts), meanings.Nearest, meanings.Best]
        : PlainFeatures(ranking, excerpts);

    private static double[] PlainFeatures(Ranking ranking, IReadOnlyList<(Excerpt Excerpt, float Probability)> excerpts)
    {
        var features = new double[Names.Length];
        features[0] = 1;
        var (candidates, weights) = (ranking.Candidates, ranking.Terms.Weights.ToArray());
        if (candidates.Count == 0)
        {
            return features;
        }

        var first = candidates.Take(3).ToList();
        features[1] = first.Max(candidate => Coverage.Sum(candidate.Profile.Held.Strong, weights));
        features[2] = first.Max(candidate => Coverage.ExactSum(candidate.Profile.Held.Strong, weights));
        features[3] = first.Max(static candidate => candidate.Profile.Sentences.Max(static sentence => sentence.Strong));
        features[4] = first.Max(static candidate => candidate.Profile.Sentences.Max(static sentence => sentence.Proximity));
        features[5] = ranking.Terms.Unknown;
        var held = new float[weights.Length];
        foreach (var candidate in candidates.Where(candidate => candidate.LectureDocument == candidates[0].LectureDocument))
        {
            for (var t = 0; t < held.Length; t++)
            {
                held[t] = Math.Max(held[t], candidate.Profile.Held.Strong[t]);
            }
        }

        features[6] = candidates.Take(10).Count(candidate => candidate.LectureDocument == candidates[0].LectureDocument) / 10.0;
        features[7] = Coverage.Sum(held, weights);
        features[8] = candidates.Count > 5 ? candidates[5].Score / Math.Max(candidates[0].Score, 1e-9f) : 0;
        features[9] = excerpts.Count > 0 ? excerpts[0].Probability : 0;
        features[10] = excerpts.Take(3).Sum(static excerpt => excerpt.Probability);
        features[11] = first.Max(static candidate => candidate.Profile.Title.Strong);
        return features;
    }

    public static double Of(Ranking ranking, IReadOnlyList<(Excerpt Excerpt, float Probability)> excerpts, ConfidenceModel model)
    {
        if (excerpts.Count == 0)
        {
            return 0;
        }

        // Words that no lecture has: the sets it was fitted on are half misheard speech, where they mean little; where people ask what
        // a library never speaks of, they mean much.
        return model.Probability(Features(ranking, excerpts)) * (1 - ranking.Terms.Unknown);
    }
}
