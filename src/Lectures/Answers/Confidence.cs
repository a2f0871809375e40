using Lectures.Searching;

namespace Lectures.Answers;

/// <summary>How sure it is that the first excerpts answer.</summary>
internal static class Confidence
{
    private const int Shown = 3;

    /// <summary>Where only a model found anything, no score is above nothing.</summary>
    private const float LeastScore = 1e-9f;

    public static readonly string[] Names = Enum.GetNames<Sign>();

    /// <summary>With what is known besides where a model is set.</summary>
    public static readonly string[] NamesWithMeaning = [.. Names, "NearestPassage", "NearestSentence"];

    /// <summary>Whether a sign speaks for an answer (1) or against it (-1). Training keeps to it, so that what is an accident of the questions trained on is not learnt.</summary>
    public static int Direction(int sign) => (Sign)sign switch
    {
        Sign.Bias => 0,
        Sign.Sixth or Sign.HeaviestMissing or Sign.NamesMissing => -1,
        _ => 1,
    };

    public static double[] Features(Ranking ranking, IReadOnlyList<SelectedExcerpt> excerpts)
    {
        var signs = new double[Names.Length];
        signs[(int)Sign.Bias] = 1;
        if (ranking.Candidates.Count > 0 && excerpts.Count > 0)
        {
            signs[(int)Sign.Evidence] = ranking.Evidence;
            signs[(int)Sign.ShownEvidence] = RankingModel.LogSumExp([.. excerpts.Take(Shown).Select(static excerpt => excerpt.Evidence)]);
            FromCandidates(signs, ranking.Candidates);
            FromShown(signs, ranking, [.. excerpts.Take(Shown)]);
        }

        return ranking.Meanings is { } meanings ? [.. signs, meanings.Nearest, meanings.Best] : signs;
    }

    /// <remarks>
    /// The questions that the model was fitted on seldom ask of what a library never speaks of, and members do. A word of which it has nothing at all is a sign of
    /// that; not where lectures have no capitals, as recognised speech, in which any name may be misheard.
    /// </remarks>
    public static double Of(Ranking ranking, IReadOnlyList<SelectedExcerpt> excerpts, ConfidenceModel model)
    {
        if (excerpts.Count == 0)
        {
            return 0;
        }

        var strange = ranking.Candidates.Any(static candidate => candidate.Profile.HasNames) ? Math.Min(1, ranking.Terms.Strange) : 0;
        return model.Probability(Features(ranking, excerpts)) * Math.Sqrt(1 - strange);
    }

    private static void FromCandidates(double[] signs, IReadOnlyList<Candidate> candidates)
    {
        var first = candidates[0];
        signs[(int)Sign.LectureShare] = candidates.Take(10).Count(candidate => candidate.LectureDocument == first.LectureDocument) / 10.0;
        signs[(int)Sign.Sixth] = candidates.Count > 5 ? candidates[5].Score / Math.Max(first.Score, LeastScore) : 0;
    }

    private static void FromShown(double[] signs, Ranking ranking, List<SelectedExcerpt> shown)
    {
        signs[(int)Sign.FirstExcerpt] = shown[0].Probability;
        signs[(int)Sign.ThreeExcerpts] = shown.Sum(static excerpt => excerpt.Probability);
        signs[(int)Sign.Margin] = shown.Count > 1 ? shown[0].Probability - shown[1].Probability : shown[0].Probability;
        signs[(int)Sign.SameLecture] = shown.Count(excerpt => excerpt.Candidate.LectureDocument == shown[0].Candidate.LectureDocument) / (double)Shown;
        var (sentences, lectures) = Held(ranking, shown);
        var weights = ranking.Terms.Weights;
        for (var t = 0; t < weights.Length; t++)
        {
            signs[(int)Sign.HeaviestMissing] = Math.Max(signs[(int)Sign.HeaviestMissing], weights[t] * (1 - Math.Max(sentences[t], lectures[t])));
            signs[(int)Sign.NamesMissing] += ranking.Terms.IsName[t] ? weights[t] * (1 - lectures[t]) : 0;
        }
    }

    /// <summary>For each term how well excerpts hold it, related words counted, and how well their passages do or their lectures are about it.</summary>
    private static (float[] Sentences, float[] Lectures) Held(Ranking ranking, IEnumerable<SelectedExcerpt> excerpts)
    {
        var (sentences, lectures) = (new float[ranking.Terms.Count], new float[ranking.Terms.Count]);
        foreach (var excerpt in excerpts)
        {
            for (var s = excerpt.First; s < excerpt.End; s++)
            {
                Most(sentences, excerpt.Candidate.Profile.Sentences[s].Held.Soft);
            }

            Most(lectures, excerpt.Candidate.Profile.Held.Strong);
            Most(lectures, ranking.Standing.Of(excerpt.Candidate.LectureDocument));
        }

        return (sentences, lectures);
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

    /// <summary>How much there is for an answer at all, by what learnt from questions without one: in the first passages, and in what is shown.</summary>
    Evidence,
    ShownEvidence,

    /// <summary>How many of the first ten candidates are of the first one's lecture.</summary>
    LectureShare,

    /// <summary>The sixth candidate's score over the first's: near 1 where nothing stands out.</summary>
    Sixth,

    /// <summary>The probability of the first excerpt, of the first three together, and of the first over the second.</summary>
    FirstExcerpt,
    ThreeExcerpts,
    Margin,

    /// <summary>The share of the first three excerpts that are of the first one's lecture.</summary>
    SameLecture,

    /// <summary>The weight of the heaviest term that neither what is shown nor its lectures hold, and of all names of which that is so.</summary>
    HeaviestMissing,
    NamesMissing,
}
