using Lectures.Semantics;

namespace Bot.Tests.Lectures.Semantics;

/// <summary>Models of a few words, whose numbers can be worked out by hand: a table of vectors, and for a reranker a table of scores.</summary>
internal static class TinyModel
{
    private static readonly string[] Special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"];

    /// <summary>Far off, so that whoever pools padding is found out.</summary>
    private const float OfPadding = 100;

    /// <summary>An encoder that looks vectors up. Words that are not named are 0, and so are the tokens around a text; [CLS] is as given.</summary>
    /// <param name="pools">Whether the model itself gives the mean.</param>
    /// <returns>Settings for it.</returns>
    public static SemanticOptions Encoder(string folder, IReadOnlyDictionary<string, float[]> words, float[]? cls = null, bool pools = false)
    {
        var dimensions = words.Values.First().Length;
        float[][] rows = [Filled(dimensions, OfPadding), new float[dimensions], cls ?? new float[dimensions], new float[dimensions], new float[dimensions], .. words.Values];
        var file = new OnnxFile().Input("input_ids").Input("attention_mask").Input("token_type_ids")
            .Constant("vectors", [rows.Length, dimensions], [.. rows.SelectMany(static row => row)])
            .Node("Gather", ["vectors", "input_ids"], pools ? "hidden" : "last_hidden_state");
        if (pools)
        {
            file.Constant("last", [2]).Constant("second", [1])
                .Node("Cast", ["attention_mask"], "mask", ("to", 1)).Node("Unsqueeze", ["mask", "last"], "mask3").Node("Mul", ["hidden", "mask3"], "masked")
                .Node("ReduceSum", ["masked", "second"], "sum", ("keepdims", 0)).Node("ReduceSum", ["mask3", "second"], "count", ("keepdims", 0))
                .Node("Div", ["sum", "count"], "sentence_embedding").Output("sentence_embedding", 2);
        }
        else
        {
            file.Output("last_hidden_state", 3);
        }

        file.Write(Path.Combine(folder, "model.onnx"));
        WriteVocabulary(folder, words.Keys);
        return new SemanticOptions { ModelPath = Path.Combine(folder, "model.onnx") };
    }

    /// <summary>A reranker that adds up the scores of the second text's words.</summary>
    public static SemanticOptions Reranker(string folder, IReadOnlyDictionary<string, float> words)
    {
        float[] scores = [.. new float[Special.Length], .. words.Values];
        new OnnxFile().Input("input_ids").Input("attention_mask").Input("token_type_ids")
            .Constant("scores", [scores.Length, 1], scores).Constant("last", [2]).Constant("second", [1])
            .Node("Gather", ["scores", "input_ids"], "each").Node("Cast", ["token_type_ids"], "types", ("to", 1)).Node("Unsqueeze", ["types", "last"], "types3")
            .Node("Mul", ["each", "types3"], "counted").Node("ReduceSum", ["counted", "second"], "logits", ("keepdims", 0)).Output("logits", 2)
            .Write(Path.Combine(folder, "reranker.onnx"));
        WriteVocabulary(folder, words.Keys);
        return new SemanticOptions { RerankerPath = Path.Combine(folder, "reranker.onnx") };
    }

    private static void WriteVocabulary(string folder, IEnumerable<string> words) => File.WriteAllLines(Path.Combine(folder, "vocab.txt"), [.. Special, .. words]);

    private static float[] Filled(int length, float value)
    {
        var row = new float[length];
        Array.Fill(row, value);
        return row;
    }
}
