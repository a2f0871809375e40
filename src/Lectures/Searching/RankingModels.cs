namespace Lectures.Searching;

/// <summary>What ranks.</summary>
/// <param name="Sentences">Over all sentences of a question's candidates: where the answer is.</param>
/// <param name="Highlights">Over the sentences of one passage: which of them is the answer, given that the passage has it.</param>
internal sealed record RankingModels(RankingModel Sentences, RankingModel Highlights)
{
    /// <summary>Those that ship.</summary>
    public static RankingModels Shipped() => new(RankingModel.Shipped("ranking.weights"), RankingModel.Shipped("highlight.weights"));
}
