using Lectures.Indexing;
using Lectures.Semantics;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Lectures.Searching;

/// <summary>What the operator's models add to ranking.</summary>
/// <param name="weights">Of a ranking that knows <see cref="MeaningFeature"/> too; read when a model is first asked.</param>
internal sealed class SemanticRanking(SemanticStage stage, Lazy<RankingModels> weights)
{
    /// <summary>Passages that the vectors bring in beside those that Lucene finds.</summary>
    private const int Found = 20;

    private readonly IndexedMeanings meanings = new();

    public RankingModels Weights => weights.Value;

    public bool Reranks => stage.Reranks;

    /// <summary>The passages nearest to a question, with its vector; null where no model is set, it fails, or nothing searched has vectors.</summary>
    public (byte[] Question, Nearest Nearest)? Find(IndexReader reader, string question, Filter? filter)
    {
        if (stage.Question(question) is not { } vector)
        {
            return null;
        }

        var nearest = Nearest.Find(reader, meanings, vector, stage.Dimensions, filter, Found);
        return nearest.Documents.Count == 0 ? null : (vector, nearest);
    }

    /// <summary>
    /// Joins the reranker's judgement of the first passages to their probabilities, and orders them anew. With p the passage's share of
    /// their mass and q its share by the reranker (the softmax of its scores), the new share is p^(1−w) q^w, normalised; a sentence keeps its
    /// share of its passage. Passages beyond the first keep their mass.
    /// </summary>
    public List<RankedPassage> Rerank(List<RankedPassage> passages, string question)
    {
        var first = passages.Take(stage.RerankerTop).ToList();
        var mass = first.Sum(static passage => passage.Mass);
        if (first.Count < 2 || mass <= 0 || stage.Judge(question, first.ConvertAll(static passage => passage.Passage.Text)) is not { } scores)
        {
            return passages;
        }

        var highest = scores.Max();
        var total = scores.Sum(score => Math.Exp(score - highest));
        var shares = first.Select((passage, i) =>
            Math.Pow(Math.Max(passage.Mass / mass, 1e-9), 1 - stage.RerankerWeight) * Math.Pow(Math.Max(Math.Exp(scores[i] - highest) / total, 1e-9), stage.RerankerWeight)).ToList();
        var all = shares.Sum();
        return [.. first.Select((passage, i) => passage.WithMass((float)(mass * shares[i] / all))).Concat(passages.Skip(first.Count)).OrderByDescending(static passage => passage.Mass)];
    }
}
