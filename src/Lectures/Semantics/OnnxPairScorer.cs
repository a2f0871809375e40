namespace Lectures.Semantics;

/// <summary>Any cross-encoder: question and passage as one input, one number out, or two of which the second is for yes.</summary>
internal sealed class OnnxPairScorer : IPairScorer
{
    private const int PairsAtOnce = 8;

    private readonly OnnxModel model;
    private readonly TextTokens tokens;
    private readonly int mostTokens;

    private OnnxPairScorer(OnnxModel model, TextTokens tokens, int mostTokens) => (this.model, this.tokens, this.mostTokens) = (model, tokens, mostTokens);

    /// <exception cref="ModelException">The settings do not fit the model.</exception>
    public static OnnxPairScorer Open(SemanticOptions options, string vocabulary)
    {
        const string Setting = $"{SemanticOptions.Section}:{nameof(SemanticOptions.RerankerPath)}";
        var tokens = ModelFiles.Tokens(vocabulary, $"{SemanticOptions.Section}:{nameof(SemanticOptions.RerankerVocabularyPath)}");
        var model = OnnxModel.Open(options.RerankerPath, Setting, tokens.Padding, [2, 1]);
        try
        {
            return ModelFiles.Try(model, tokens, Setting, static (values, _) => values.Length) <= 2
                ? new OnnxPairScorer(model, tokens, options.RerankerMaxTokens)
                : throw new ModelException($"{Setting}: the model gives more than two numbers for a pair of texts, so it is no reranker.");
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    public IReadOnlyList<float> Score(string question, IReadOnlyList<string> passages)
    {
        var scores = new List<float>(passages.Count);
        foreach (var batch in passages.Chunk(PairsAtOnce))
        {
            List<TokenRow> rows = [.. batch.Select(passage => tokens.Pair(question, passage, mostTokens))];
            scores.AddRange(model.Run(rows, (values, _) => Scores(values, rows.Count)));
        }

        return scores;
    }

    public void Dispose() => model.Dispose();

    private static float[] Scores(ReadOnlySpan<float> values, int pairs)
    {
        var scores = new float[pairs];
        var width = values.Length / pairs;
        for (var i = 0; i < pairs; i++)
        {
            scores[i] = width == 2 ? values[2 * i + 1] - values[2 * i] : values[i];
        }

        return scores;
    }
}
