namespace Lectures.Searching;

/// <summary>What ranks.</summary>
/// <param name="Sentences">Over all sentences of a question's candidates: where the answer is.</param>
/// <param name="Highlights">Over the sentences of one passage: which of them is the answer, given that the passage has it.</param>
internal sealed record RankingModels(RankingModel Sentences, RankingModel Highlights)
{
    public const string SentencesFile = "ranking.weights";
    public const string HighlightsFile = "highlight.weights";
    public const string SentencesWithMeaning = "semantic.weights";
    public const string HighlightsWithMeaning = "semantic-highlight.weights";

    /// <summary>Those that ship.</summary>
    public static RankingModels Shipped() => new(RankingModel.Shipped(SentencesFile), RankingModel.Shipped(HighlightsFile));

    /// <summary>Those that ship for rows with <see cref="MeaningFeature"/>.</summary>
    public static RankingModels ShippedWithMeaning() =>
        new(RankingModel.Shipped(SentencesWithMeaning, withMeaning: true), RankingModel.Shipped(HighlightsWithMeaning, withMeaning: true));
}
