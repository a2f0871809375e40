using Lectures.Semantics;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Lectures.Semantics;

public sealed class SemanticOptionsTests : IDisposable
{
    private static readonly Dictionary<string, float[]> Words = new() { ["king"] = [3, 0, 0], ["crown"] = [0, 4, 0] };

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Without_a_path_all_is_well()
    {
        Assert.Empty(Problems(new SemanticOptions()));
        Assert.Empty(Problems(new SemanticOptions { VocabularyPath = folder.File("none") }));
    }

    [Fact]
    public void Models_that_are_whole_are_accepted()
    {
        var options = TinyModel.Encoder(folder.File("encoder"), Words);
        options.RerankerPath = TinyModel.Reranker(folder.File("reranker"), new Dictionary<string, float> { ["king"] = 1 }).RerankerPath;

        Assert.Empty(Problems(options));
    }

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var problems = Problems(new SemanticOptions { ModelPath = folder.File("no.onnx"), RerankerPath = folder.File("neither.onnx") });

        Assert.Equal(2, problems.Count);
        Assert.Contains($"Semantic:ModelPath: there is no file “{folder.File("no.onnx")}”", problems[0], StringComparison.Ordinal);
        Assert.Contains("Semantic:RerankerPath: there is no file", problems[1], StringComparison.Ordinal);
        Assert.Contains("MaxTokens", Problems(new SemanticOptions { MaxTokens = 3 })[0], StringComparison.Ordinal);
        Assert.Contains("RerankerWeight", Problems(new SemanticOptions { RerankerWeight = 2 })[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_vocabulary_that_is_missing_is_told()
    {
        var options = TinyModel.Encoder(folder.Path, Words);
        File.Delete(folder.File("vocab.txt"));
        Assert.Contains("Semantic:VocabularyPath is needed", Problems(options)[0], StringComparison.Ordinal);

        options.VocabularyPath = folder.File("elsewhere.txt");
        Assert.Contains("Semantic:VocabularyPath: there is no file", Problems(options)[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vocab.txt", "one\ntwo\n")]
    [InlineData("vocab.json", "{ \"one\": ")]
    [InlineData("vocab.json", "{ \"one\": 1 }")]
    [InlineData("spiece.model", "one two")]
    public void A_vocabulary_that_is_none_is_told(string name, string content)
    {
        var options = TinyModel.Encoder(folder.Path, Words);
        options.VocabularyPath = folder.Write($"bad/{name}", content);
        folder.Write("bad/merges.txt", "");

        Assert.Contains("cannot be read as a vocabulary", Problems(options)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_vocabulary_of_another_model_is_told()
    {
        var options = TinyModel.Encoder(folder.Path, Words);
        File.AppendAllText(folder.File("vocab.txt"), "gold\nsilver\n");

        Assert.Contains("cannot be run with this vocabulary of 9 tokens", Problems(options)[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("This is no model.")]
    public void A_file_that_is_no_model_is_told(string content)
    {
        var options = TinyModel.Encoder(folder.Path, Words);
        File.WriteAllText(options.ModelPath, content);

        Assert.Contains("cannot be read as an ONNX model", Problems(options)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_cut_short_is_told()
    {
        var options = TinyModel.Encoder(folder.Path, Words);
        var whole = File.ReadAllBytes(options.ModelPath);
        for (var length = 1; length < whole.Length; length += 7)
        {
            File.WriteAllBytes(options.ModelPath, whole[..length]);
            Assert.StartsWith("Semantic:ModelPath: ", Assert.Single(Problems(options)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_model_of_another_kind_is_told()
    {
        var encoder = TinyModel.Encoder(folder.File("encoder"), Words);
        var reranker = TinyModel.Reranker(folder.File("reranker"), new Dictionary<string, float> { ["king"] = 1 });

        Assert.Contains("is of another kind", Problems(new SemanticOptions { RerankerPath = encoder.ModelPath })[0], StringComparison.Ordinal);
        Assert.Contains("more than two numbers", Problems(new SemanticOptions { RerankerPath = Pooled() })[0], StringComparison.Ordinal);
        new OnnxFile().Input("pixels").Constant("vectors", [1, 2], [1, 2]).Node("Gather", ["vectors", "pixels"], "out").Output("out", 3).Write(folder.File("encoder/model.onnx"));
        Assert.Contains("wants an input “pixels”", Problems(encoder)[0], StringComparison.Ordinal);
        Assert.Empty(Problems(reranker));
    }

    [Fact]
    public void More_dimensions_than_the_model_has_are_told()
    {
        var options = TinyModel.Encoder(folder.Path, Words);
        options.Dimensions = 4;

        Assert.Contains("Semantic:Dimensions is 4, but the model's vectors have 3", Problems(options)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_whose_numbers_are_none_is_told() =>
        Assert.Contains("no usable numbers", Problems(TinyModel.Encoder(folder.Path, new Dictionary<string, float[]> { ["king"] = [float.NaN] }))[0], StringComparison.Ordinal);

    [Fact]
    public void Relative_paths_start_from_the_folder_of_the_settings()
    {
        var options = new SemanticOptions { ModelPath = "models/model.onnx" };
        options.StartFrom(folder.Path);

        Assert.Equal((folder.File("models/model.onnx"), ""), (options.ModelPath, options.RerankerPath));
    }

    private string Pooled() => TinyModel.Encoder(folder.File("pooled"), Words, pools: true).ModelPath;

    private static List<string> Problems(SemanticOptions options)
    {
        using var models = new OpenedModels(NullLogger<OpenedModels>.Instance);
        return [.. new SemanticOptionsValidator(models).Validate(null, options).Failures ?? []];
    }
}
