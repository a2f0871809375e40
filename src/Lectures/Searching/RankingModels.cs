namespace Lectures.Searching;

/// <summary>What ranks.</summary>
/// <param name="Sentences">Over all sentences of a question's candidates: where the answer is.</param>
/// <param name="Highlights">Over the sentences of one passage: which of them is the answer, given that the passage has it.</param>
/// <param name="Evidence">Over all sentences and "none of them", which it learnt from questions without an answer: how much there is for one at all.</param>
internal sealed record RankingModels(RankingModel Sentences, RankingModel Highlights, RankingModel Evidence)
{
    public const string SentencesFile = "ranking.weights";
    public const string HighlightsFile = "highlight.weights";
    public const string EvidenceFile = "evidence.weights";
    public const string SentencesWithMeaning = "semantic.weights";
    public const string HighlightsWithMeaning = "semantic-highlight.weights";
    public const string EvidenceWithMeaning = "semantic-evidence.weights";

    /// <summary>Those that ship.</summary>
    public static RankingModels Shipped() => new(RankingModel.Shipped(SentencesFile), RankingModel.Shipped(HighlightsFile), RankingModel.Shipped(EvidenceFile));

    /// <summary>Those that ship for rows with <see cref="MeaningFeature"/>.</summary>
    public static RankingModels ShippedWithMeaning() => new(
        RankingModel.Shipped(SentencesWithMeaning, withMeaning: true),
        RankingModel.Shipped(HighlightsWithMeaning, withMeaning: true),
        RankingModel.Shipped(EvidenceWithMeaning, withMeaning: true));
}
