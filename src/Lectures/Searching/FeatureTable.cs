using Lectures.Indexing;

namespace Lectures.Searching;

/// <summary>The features of every sentence of every candidate of one question, a row a sentence.</summary>
internal sealed class FeatureTable
{
    public static readonly int Width = Enum.GetValues<Feature>().Length;

    private readonly IReadOnlyList<Candidate> candidates;
    private readonly QuestionTerms terms;
    private readonly AnswerType type;
    private readonly float[] values;

    public FeatureTable(IReadOnlyList<Candidate> candidates, QuestionTerms terms, PassageProfiles profiles)
    {
        this.candidates = candidates;
        this.terms = terms;
        type = AnswerTypes.Of(terms.Question);
        Rows = candidates.Sum(static candidate => candidate.Profile.Sentences.Count);
        values = new float[Rows * Width];
        if (Rows > 0)
        {
            Fill(profiles);
        }
    }

    public int Rows { get; }

    public ReadOnlySpan<float> Row(int row) => values.AsSpan(row * Width, Width);

    private void Fill(PassageProfiles profiles)
    {
        var lectures = candidates.GroupBy(static candidate => candidate.LectureDocument).ToDictionary(static group => group.Key, LectureEvidence.Of);
        var total = candidates.Sum(static candidate => candidate.Score);
        var bestBm25 = Math.Max(1e-6f, candidates.Max(static candidate => candidate.Profile.Bm25));
        var (best, bestSentence, bestDensity) = (1e-6f, 1e-6f, 1e-6f);
        foreach (var candidate in candidates)
        {
            best = Math.Max(best, candidate.Profile.Coverage(terms.Weights));
            foreach (var sentence in candidate.Profile.Sentences)
            {
                var coverage = sentence.Coverage;
                bestSentence = Math.Max(bestSentence, coverage);
                bestDensity = Math.Max(bestDensity, Density(sentence, coverage));
            }
        }

        var row = 0;
        for (var rank = 0; rank < candidates.Count; rank++)
        {
            var candidate = candidates[rank];
            var common = new float[Width];
            FillPassage(common, candidate, rank, bestBm25, profiles);
            FillLecture(common, candidate, lectures[candidate.LectureDocument], total);
            Set(common, Feature.PassageCoverageOfBest, common[(int)Feature.PassageCoverage] / best);
            Set(common, Feature.QuestionLength, terms.Count / 10f);
            Set(common, Feature.QuestionUnknown, terms.Unknown);
            Set(common, Feature.QuestionBestCoverage, best);
            for (var i = 0; i < candidate.Profile.Sentences.Count; i++, row++)
            {
                var features = values.AsSpan(row * Width, Width);
                common.CopyTo(features);
                FillSentence(features, candidate.Profile, i);
                Set(features, Feature.SentenceCoverageOfBest, features[(int)Feature.SentenceCoverage] / bestSentence);
                Set(features, Feature.SentenceDensityOfBest, features[(int)Feature.SentenceDensity] / bestDensity);
            }
        }
    }

    private void FillPassage(Span<float> features, Candidate candidate, int rank, float bestBm25, PassageProfiles profiles)
    {
        var profile = candidate.Profile;
        var weights = terms.Weights;
        Set(features, Feature.PassageScore, candidate.Score / candidates[0].Score);
        Set(features, Feature.PassageScoreOfIdeal, candidate.Score / terms.Sum);
        Set(features, Feature.PassageRank, 1 / MathF.Log2(2 + rank));
        Set(features, Feature.PassageCoverage, profile.Coverage(weights));
        Set(features, Feature.PassageCoverageExact, profile.ExactCoverage(weights));
        Set(features, Feature.PassageBm25, profile.Bm25 / bestBm25);
        var proximity = 0f;
        foreach (var sentence in profile.Sentences)
        {
            proximity = Math.Max(proximity, sentence.Proximity);
        }

        Set(features, Feature.PassageProximity, proximity);
        Set(features, Feature.Section, profile.Section.Beyond(profile.Strengths, weights));
        Set(features, Feature.Title, profile.Title.Beyond(profile.Strengths, weights));
        var beside = 0f;
        foreach (var step in (ReadOnlySpan<int>)[-1, 1])
        {
            if (profiles.Beside(candidate.Document, candidate.Ordinal, step) is { } neighbour)
            {
                for (var t = 0; t < weights.Length; t++)
                {
                    beside += weights[t] * Math.Max(0, neighbour[t] - profile.Strengths[t]);
                }
            }
        }

        Set(features, Feature.Neighbours, beside);
    }

    private void FillLecture(Span<float> features, Candidate candidate, LectureEvidence lecture, float total)
    {
        Set(features, Feature.LectureShare, lecture.Score / total);
        Set(features, Feature.LectureCoverage, lecture.Coverage(terms.Weights));
        Set(features, Feature.LectureBest, lecture.Best == candidate.Document ? 1 : 0);
    }

    private void FillSentence(Span<float> features, PassageProfile passage, int index)
    {
        var sentence = passage.Sentences[index];
        var weights = terms.Weights;
        var (before, after) = (index > 0 ? passage.Sentences[index - 1] : null, index + 1 < passage.Sentences.Count ? passage.Sentences[index + 1] : null);
        var coverage = sentence.Coverage;
        var (added, added2) = (before?.Beyond(sentence.Strengths, weights) ?? 0, after?.Beyond(sentence.Strengths, weights) ?? 0);
        Set(features, Feature.SentenceCoverage, coverage);
        Set(features, Feature.SentenceCoverageExact, sentence.ExactCoverage(weights));
        Set(features, Feature.SentenceCoverageSquared, coverage * coverage);
        Set(features, Feature.SentenceBefore, added);
        Set(features, Feature.SentenceAfter, added2);
        Set(features, Feature.SentenceAround, Math.Max(added, added2));
        Set(features, Feature.SentenceProximity, sentence.Proximity);
        Set(features, Feature.SentencePairs, sentence.Pairs);
        Set(features, Feature.SentenceDensity, Density(sentence, coverage));
        Set(features, Feature.SentenceLength, MathF.Log(1 + sentence.Words) / 4);
        Set(features, Feature.SentenceShort, sentence.Words < 5 ? 1 : 0);
        Set(features, Feature.SentenceAsks, sentence.IsQuestion ? 1 : 0);
        Set(features, Feature.SentenceFirst, index == 0 ? 1 : 0);
        FillTerms(features, sentence);
        FillType(features, sentence);
        var best = 0f;
        foreach (var other in passage.Sentences)
        {
            best = Math.Max(best, other.Coverage);
        }

        Set(features, Feature.SentenceBestOfPassage, best > 0 && coverage >= best ? 1 : 0);
        Set(features, Feature.SentenceOfPassage, best > 0 ? coverage / best : 0);
        Set(features, Feature.CoverageInRankedPassage, coverage * features[(int)Feature.PassageScore]);
        Set(features, Feature.ExactInRankedPassage, sentence.Proximity * features[(int)Feature.PassageScore]);
    }

    private void FillTerms(Span<float> features, WordProfile sentence)
    {
        var weights = terms.Weights;
        var (rarest, matched, heaviest) = (0f, 0, 0f);
        for (var t = 0; t < weights.Length; t++)
        {
            matched += sentence.Strengths[t] > 0 ? 1 : 0;
            if (weights[t] > heaviest)
            {
                (heaviest, rarest) = (weights[t], sentence.Strengths[t]);
            }
        }

        Set(features, Feature.SentenceRarest, rarest);
        Set(features, Feature.SentenceTermShare, (float)matched / weights.Length);
    }

    private void FillType(Span<float> features, WordProfile sentence)
    {
        var hasNumber = sentence.NewMarks.HasFlag(WordMarks.Number);
        var hasDate = sentence.NewMarks.HasFlag(WordMarks.Date);
        var hasName = sentence.NewMarks.HasFlag(WordMarks.Name);
        Set(features, Feature.TypeNumber, type == AnswerType.Number && hasNumber ? 1 : 0);
        Set(features, Feature.TypeTime, type == AnswerType.Time && (hasDate || hasNumber) ? 1 : 0);
        Set(features, Feature.TypePerson, type == AnswerType.Person && hasName ? 1 : 0);
        Set(features, Feature.TypePlace, type == AnswerType.Place && hasName ? 1 : 0);
        Set(features, Feature.TypeReason, type == AnswerType.Reason && sentence.Words > 8 ? 1 : 0);
    }

    private static float Density(WordProfile sentence, float coverage) => coverage / (0.6f + 0.4f * sentence.Words / 20);

    private static void Set(Span<float> features, Feature feature, float value) => features[(int)feature] = value;
}
