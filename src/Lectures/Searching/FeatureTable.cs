using System.Buffers;
using System.Runtime.CompilerServices;
using Lectures.Indexing;

namespace Lectures.Searching;

/// <summary>The features of every sentence of every candidate of one question, a row a sentence.</summary>
internal sealed class FeatureTable : IDisposable
{
    /// <summary>Of a row without a model.</summary>
    public static readonly int Width = Enum.GetValues<Feature>().Length;

    private static readonly int MeaningWidth = Enum.GetValues<MeaningFeature>().Length;

    /// <summary>What a term that a whole lecture is about counts in each of its sentences.</summary>
    private const float LectureCounts = 0.7f;

    /// <summary>A quarter of a megabyte each: not one for every thread that ever answered, as the shared pool keeps them.</summary>
    private static readonly ArrayPool<float> Tables = ArrayPool<float>.Create(MostKept, Environment.ProcessorCount);

    /// <summary>Larger tables are not kept for another question.</summary>
    private const int MostKept = 1 << 18;

    /// <summary>Where only a model found anything, no score is above nothing.</summary>
    private const float LeastScore = 1e-9f;

    private readonly IReadOnlyList<Candidate> candidates;
    private readonly QuestionTerms terms;
    private readonly LectureStanding standing;
    private readonly AnswerType type;
    private float[] values;

    public FeatureTable(IReadOnlyList<Candidate> candidates, QuestionTerms terms, PassageProfiles profiles, LectureStanding standing, SentenceMeanings? meanings = null)
    {
        this.candidates = candidates;
        this.terms = terms;
        this.standing = standing;
        type = AnswerTypes.Of(terms.Question);
        Rows = candidates.Sum(static candidate => candidate.Profile.Sentences.Length);
        RowWidth = Width + (meanings is null ? 0 : MeaningWidth);
        values = Tables.Rent(Rows * RowWidth);
        if (Rows > 0)
        {
            Fill(profiles);
            meanings?.Fill(row => values.AsMemory(row * RowWidth + Width, MeaningWidth));
        }
    }

    public int Rows { get; }

    /// <summary>Of a row: <see cref="Feature"/> and, where a model is set, <see cref="MeaningFeature"/>.</summary>
    public int RowWidth { get; }

    public ReadOnlySpan<float> Row(int row) => values.AsSpan(row * RowWidth, RowWidth);

    public void Dispose()
    {
        Tables.Return(values);
        values = [];
    }

    /// <summary>For training: takes the mean off each feature and divides by its deviation.</summary>
    public void Scale(ReadOnlySpan<float> mean, ReadOnlySpan<float> deviation)
    {
        for (var row = 0; row < Rows; row++)
        {
            var features = values.AsSpan(row * RowWidth, RowWidth);
            for (var i = 0; i < RowWidth; i++)
            {
                features[i] = (features[i] - mean[i]) / deviation[i];
            }
        }
    }

    private void Fill(PassageProfiles profiles)
    {
        var lectures = candidates.GroupBy(static candidate => candidate.LectureDocument).ToDictionary(static group => group.Key, group => LectureEvidence.Of(group, profiles.Empty()));
        var total = candidates.Sum(static candidate => candidate.Score);
        var highest = HighestValues.Of(candidates, terms.Weights);
        var row = 0;
        var common = new float[Width];
        Span<float> window = stackalloc float[Coverage.Kinds * terms.Count];
        Span<float> carried = stackalloc float[Coverage.Kinds * terms.Count];
        for (var rank = 0; rank < candidates.Count; rank++)
        {
            var candidate = candidates[rank];
            common.AsSpan().Clear();
            FillPassage(common, candidate, rank, highest, profiles);
            FillLecture(common, candidate, lectures[candidate.LectureDocument], total);
            Set(common, Feature.QuestionLength, terms.Count / 10f);
            Set(common, Feature.QuestionUnknown, terms.Unknown);
            Set(common, Feature.QuestionBestCoverage, highest.Strong);
            var highestOfPassage = HighestOfPassage.Of(candidate.Profile);
            carried.Clear();
            for (var i = 0; i < candidate.Profile.Sentences.Length; i++, row++)
            {
                var features = values.AsSpan(row * RowWidth, Width);
                common.CopyTo(features);
                FillSentence(features, candidate, i, highestOfPassage);
                SentenceContext.Fill(features, candidate.Profile, i, terms.Weights, window, carried);
                Set(features, Feature.SentenceCoverageOfBest, features[(int)Feature.SentenceCoverage] / highest.Sentence);
                Set(features, Feature.SentenceSoftOfBest, features[(int)Feature.SentenceSoft] / highest.SentenceSoft);
                Set(features, Feature.SentenceDensityOfBest, features[(int)Feature.SentenceDensity] / highest.Density);
                Set(features, Feature.HeardOfBest, features[(int)Feature.Heard] / highest.SentenceHeard);
            }
        }
    }

    private void FillPassage(Span<float> features, Candidate candidate, int rank, in HighestValues highest, PassageProfiles profiles)
    {
        var profile = candidate.Profile;
        var weights = terms.Weights;
        Set(features, Feature.PassageScore, candidate.Score / Math.Max(candidates[0].Score, LeastScore));
        Set(features, Feature.PassageScoreOfIdeal, candidate.Score / Math.Max(terms.Sum, LeastScore));
        Set(features, Feature.PassageRank, 1 / MathF.Log2(2 + rank));
        Set(features, Feature.PassageCoverage, Coverage.Sum(profile.Held.Strong, weights));
        Set(features, Feature.PassageCoverageExact, Coverage.ExactSum(profile.Held.Strong, weights));
        Set(features, Feature.PassageSoft, Coverage.Sum(profile.Held.Soft, weights));
        Set(features, Feature.PassageCoverageOfBest, features[(int)Feature.PassageCoverage] / highest.Strong);
        Set(features, Feature.PassageSoftOfBest, features[(int)Feature.PassageSoft] / highest.Soft);
        Set(features, Feature.PassageBm25, profile.Bm25 / highest.Bm25);
        Set(features, Feature.PassageBm25Soft, profile.Bm25Soft);
        Set(features, Feature.PassageBm25SoftOfBest, profile.Bm25Soft / highest.Bm25Soft);
        var proximity = 0f;
        foreach (ref readonly var sentence in profile.Sentences.AsSpan())
        {
            proximity = Math.Max(proximity, sentence.Proximity);
        }

        Set(features, Feature.PassageProximity, proximity);
        Set(features, Feature.PassageHeard, profile.Heard.Likely);
        Set(features, Feature.PassageHeardOfBest, profile.Heard.Likely / highest.Heard);
        Set(features, Feature.PassageHeardPart, profile.Heard.Part);
        Set(features, Feature.PassageHeardAsBest, profile.Heard.AsBest);
        Set(features, Feature.PassageHeardRun, profile.Heard.Run);
        Set(features, Feature.PassageHeardRunOfBest, profile.Heard.RunOfBest);
        Set(features, Feature.Section, Coverage.Beyond(profile.Section.Held.Strong, profile.Held.Strong, weights));
        Set(features, Feature.Title, Coverage.Beyond(profile.Title.Held.Strong, profile.Held.Strong, weights));
        Set(features, Feature.SectionSoft, Coverage.Beyond(profile.Section.Held.Soft, profile.Held.Soft, weights));
        var (beside, besideSoft) = (0f, 0f);
        foreach (var step in (ReadOnlySpan<int>)[-1, 1])
        {
            if (profiles.Beside(candidate.Document, candidate.Ordinal, step) is { } neighbour)
            {
                beside += Coverage.Beyond(neighbour.Strong, profile.Held.Strong, weights);
                besideSoft += Coverage.Beyond(neighbour.Soft, profile.Held.Soft, weights);
            }
        }

        Set(features, Feature.Neighbours, beside);
        Set(features, Feature.NeighboursSoft, besideSoft);
        Set(features, Feature.AsksWho, type == AnswerType.Person ? 1 : 0);
        Set(features, Feature.AsksWhere, type == AnswerType.Place ? 1 : 0);
        Set(features, Feature.AsksWhen, type == AnswerType.Time ? 1 : 0);
        Set(features, Feature.AsksHowMany, type == AnswerType.Number ? 1 : 0);
        Set(features, Feature.AsksWhy, type == AnswerType.Reason ? 1 : 0);
    }

    private void FillLecture(Span<float> features, Candidate candidate, LectureEvidence lecture, float total)
    {
        Set(features, Feature.LectureShare, lecture.Score / Math.Max(total, LeastScore));
        Set(features, Feature.LectureCoverage, Coverage.Sum(lecture.Held.Strong, terms.Weights));
        Set(features, Feature.LectureSoft, Coverage.Sum(lecture.Held.Soft, terms.Weights));
        var about = Coverage.Sum(standing.Of(candidate.LectureDocument), terms.Weights);
        Set(features, Feature.LectureAbout, about);
        Set(features, Feature.LectureAboutOfBest, about / standing.Best);
        var (with, withSoft) = Within(candidate.Profile.Held, candidate);
        Set(features, Feature.PassageInLecture, with);
        Set(features, Feature.PassageSoftInLecture, withSoft);
        Set(features, Feature.LectureBest, lecture.Best == candidate.Document ? 1 : 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FillSentence(Span<float> features, Candidate candidate, int index, in HighestOfPassage highest)
    {
        var passage = candidate.Profile;
        ref readonly var sentence = ref passage.Sentences[index];
        var weights = terms.Weights;
        var coverage = sentence.Strong;
        var added = index > 0 ? Coverage.Beyond(passage.Sentences[index - 1].Held.Strong, sentence.Held.Strong, weights) : 0;
        var added2 = index + 1 < passage.Sentences.Length ? Coverage.Beyond(passage.Sentences[index + 1].Held.Strong, sentence.Held.Strong, weights) : 0;
        Set(features, Feature.SentenceCoverage, coverage);
        Set(features, Feature.SentenceCoverageExact, sentence.Exact);
        Set(features, Feature.SentenceCoverageSquared, coverage * coverage);
        Set(features, Feature.SentenceSoft, sentence.Soft);
        Set(features, Feature.SentenceGathered, sentence.Gathered);
        Set(features, Feature.SentenceSoftBeyond, sentence.Soft - coverage);
        Set(features, Feature.SentenceRelated, sentence.Related);
        Set(features, Feature.SentenceSimilar, sentence.Similar);
        Set(features, Feature.SentenceAlike, sentence.Alike);
        Set(features, Feature.Heard, sentence.Heard.Likely);
        Set(features, Feature.HeardOfPassage, sentence.Heard.Likely / Math.Max(HighestValues.Least, passage.Heard.Likely));
        Set(features, Feature.HeardPart, sentence.Heard.Part);
        Set(features, Feature.HeardPartOfPassage, sentence.Heard.Part / Math.Max(HighestValues.Least, passage.Heard.Part));
        Set(features, Feature.HeardAsBest, sentence.Heard.AsBest);
        Set(features, Feature.HeardRun, sentence.Heard.Run);
        Set(features, Feature.HeardRunOfBest, sentence.Heard.RunOfBest);
        Set(features, Feature.HeardRunBefore, index > 0 ? passage.Sentences[index - 1].Heard.Run : 0);
        Set(features, Feature.HeardRunAfter, index + 1 < passage.Sentences.Length ? passage.Sentences[index + 1].Heard.Run : 0);
        Set(features, Feature.HeardRunOfPassage, sentence.Heard.Run / Math.Max(HighestValues.Least, passage.Heard.Run));
        var (with, withSoft) = Within(sentence.Held, candidate);
        Set(features, Feature.SentenceInLecture, with);
        Set(features, Feature.SentenceSoftInLecture, withSoft);
        Set(features, Feature.Focus, terms.Focus >= 0 ? sentence.Held.Strong[terms.Focus] : 0);
        Set(features, Feature.FocusSoft, terms.Focus >= 0 ? sentence.Held.Soft[terms.Focus] : 0);
        Set(features, Feature.SentenceBefore, added);
        Set(features, Feature.SentenceAfter, added2);
        Set(features, Feature.SentenceAround, Math.Max(added, added2));
        Set(features, Feature.SentenceProximity, sentence.Proximity);
        Set(features, Feature.SentencePairs, sentence.Pairs);
        Set(features, Feature.SentenceDensity, sentence.Density);
        Set(features, Feature.SentenceLength, MathF.Log(1 + sentence.Words) / 4);
        Set(features, Feature.SentenceShort, sentence.Words < 5 ? 1 : 0);
        Set(features, Feature.SentenceAsks, sentence.IsQuestion ? 1 : 0);
        Set(features, Feature.SentenceFirst, index == 0 ? 1 : 0);
        FillTerms(features, sentence);
        FillType(features, sentence, added);
        Set(features, Feature.SentenceBestOfPassage, coverage >= highest.Strong ? 1 : 0);
        Set(features, Feature.SentenceOfPassage, coverage / highest.Strong);
        Set(features, Feature.SentenceSoftOfPassage, sentence.Soft / highest.Soft);
        Set(features, Feature.SentenceGatheredOfPassage, sentence.Gathered / highest.Gathered);
        Set(features, Feature.CoverageInRankedPassage, coverage * features[(int)Feature.PassageScore]);
        Set(features, Feature.ExactInRankedPassage, sentence.Proximity * features[(int)Feature.PassageScore]);
    }

    /// <summary>What a run holds when its lecture holds names for it.</summary>
    private (float Strong, float Soft) Within(Coverage held, Candidate candidate)
    {
        var (strong, soft) = (0f, 0f);
        var about = standing.Of(candidate.LectureDocument);
        for (var t = 0; t < about.Length; t++)
        {
            strong += terms.Weights[t] * Math.Max(held.Strong[t], LectureCounts * about[t]);
            soft += terms.Weights[t] * Math.Max(held.Soft[t], LectureCounts * about[t]);
        }

        return (strong, soft);
    }

    private void FillTerms(Span<float> features, in WordProfile sentence)
    {
        var weights = terms.Weights;
        var (rarest, matched, heaviest) = (0f, 0, 0f);
        for (var t = 0; t < weights.Length; t++)
        {
            matched += sentence.Held.Strong[t] > 0 ? 1 : 0;
            if (weights[t] > heaviest)
            {
                (heaviest, rarest) = (weights[t], sentence.Held.Strong[t]);
            }
        }

        Set(features, Feature.SentenceRarest, rarest);
        Set(features, Feature.SentenceTermShare, (float)matched / weights.Length);
    }

    private void FillType(Span<float> features, in WordProfile sentence, float before)
    {
        var hasNumber = sentence.NewMarks.HasFlag(WordMarks.Number);
        var hasDate = sentence.NewMarks.HasFlag(WordMarks.Date);
        var hasName = sentence.NewMarks.HasFlag(WordMarks.Name);
        Set(features, Feature.HasNumber, hasNumber ? 1 : 0);
        Set(features, Feature.HasDate, hasDate ? 1 : 0);
        Set(features, Feature.HasName, hasName ? 1 : 0);
        Set(features, Feature.TypeNumber, type == AnswerType.Number && hasNumber ? 1 : 0);
        Set(features, Feature.TypeTime, type == AnswerType.Time && (hasDate || hasNumber) ? 1 : 0);
        Set(features, Feature.TypePerson, type == AnswerType.Person && hasName ? 1 : 0);
        Set(features, Feature.TypePlace, type == AnswerType.Place && hasName ? 1 : 0);
        Set(features, Feature.TypeReason, type == AnswerType.Reason && sentence.Words > 8 ? 1 : 0);
        var isTyped = type switch
        {
            AnswerType.Number => hasNumber,
            AnswerType.Time => hasDate || hasNumber,
            AnswerType.Person or AnswerType.Place => hasName,
            _ => false,
        };
        Set(features, Feature.TypedBefore, isTyped ? before : 0);
        Set(features, Feature.PronounBefore, sentence.TakesUp ? before : 0);
    }

    public static void Set(Span<float> features, Feature feature, float value) => features[(int)feature] = value;
}
