namespace Lectures.Semantics;

/// <summary>Any sentence-embedding model: its vectors of tokens pooled, cut to the dimensions wanted, and made of length 1.</summary>
internal sealed class OnnxTextEncoder : ITextEncoder
{
    /// <summary>Tokens run at once, padding included: more takes memory and saves no time.</summary>
    private const int TokensAtOnce = 2_048;

    private readonly OnnxModel model;
    private readonly TextTokens tokens;
    private readonly Pooling pooling;
    private readonly int mostTokens;

    private OnnxTextEncoder(OnnxModel model, TextTokens tokens, SemanticOptions options, string identity, int dimensions)
    {
        this.model = model;
        this.tokens = tokens;
        pooling = options.Pooling;
        mostTokens = options.MaxTokens;
        Identity = identity;
        Dimensions = dimensions;
    }

    public int Dimensions { get; }

    public string Identity { get; }

    /// <exception cref="ModelException">The settings do not fit the model.</exception>
    public static OnnxTextEncoder Open(SemanticOptions options, string vocabulary)
    {
        const string Setting = $"{SemanticOptions.Section}:{nameof(SemanticOptions.ModelPath)}";
        var tokens = ModelFiles.Tokens(vocabulary, $"{SemanticOptions.Section}:{nameof(SemanticOptions.VocabularyPath)}");
        var model = OnnxModel.Open(options.ModelPath, Setting, tokens.Padding, [3, 2]);
        try
        {
            var width = ModelFiles.Try(model, tokens, Setting, static (values, shape) => (int)shape[^1]);
            return options.Dimensions <= width
                ? new OnnxTextEncoder(model, tokens, options, ModelFiles.Identity(options, vocabulary), options.Dimensions == 0 ? width : options.Dimensions)
                : throw new ModelException(
                    $"{SemanticOptions.Section}:{nameof(SemanticOptions.Dimensions)} is {options.Dimensions}, but the model's vectors have {width}. Set 0 for all, or fewer.");
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    public IReadOnlyList<float[]> Encode(IReadOnlyList<string> texts)
    {
        var vectors = new float[texts.Count][];
        var rows = texts.Select(text => tokens.Text(text, mostTokens)).ToList();

        // Texts of about one length together, so that little is padding.
        var waiting = Enumerable.Range(0, rows.Count).OrderBy(i => rows[i].Ids.Count).ToList();
        for (var next = 0; next < waiting.Count;)
        {
            var first = next;
            while (next < waiting.Count && (next == first || rows[waiting[next]].Ids.Count * (next + 1 - first) <= TokensAtOnce))
            {
                next++;
            }

            var batch = waiting.GetRange(first, next - first);
            var found = model.Run(batch.ConvertAll(i => rows[i]), (values, shape) => Vectors(values, shape, batch.ConvertAll(i => rows[i].Ids.Count)));
            for (var i = 0; i < batch.Count; i++)
            {
                vectors[batch[i]] = found[i];
            }
        }

        return vectors;
    }

    public void Dispose() => model.Dispose();

    private float[][] Vectors(ReadOnlySpan<float> values, long[] shape, List<int> lengths)
    {
        var width = (int)shape[^1];
        var tokensOfRow = shape.Length == 3 ? (int)shape[1] : 1;
        var vectors = new float[lengths.Count][];
        for (var row = 0; row < vectors.Length; row++)
        {
            // A model that pools by itself gives one vector a text.
            var counted = shape.Length == 3 && pooling == Pooling.Mean ? lengths[row] : 1;
            vectors[row] = Pooled(values.Slice(row * tokensOfRow * width, counted * width), width);
        }

        return vectors;
    }

    /// <summary>The sum has the mean's direction, and its length is taken off.</summary>
    private float[] Pooled(ReadOnlySpan<float> tokenVectors, int width)
    {
        var vector = new float[Dimensions];
        for (var token = 0; token < tokenVectors.Length; token += width)
        {
            for (var d = 0; d < vector.Length; d++)
            {
                vector[d] += tokenVectors[token + d];
            }
        }

        var squares = 0.0;
        foreach (var value in vector)
        {
            squares += (double)value * value;
        }

        var length = (float)Math.Sqrt(squares);
        for (var d = 0; d < vector.Length && length > 0; d++)
        {
            vector[d] /= length;
        }

        return vector;
    }
}
