using Lectures.Semantics;

namespace Bot.Tests.Lectures.Semantics;

public sealed class OnnxTextEncoderTests : IDisposable
{
    private static readonly Dictionary<string, float[]> Words = new()
    {
        ["king"] = [3, 0, 0],
        ["crown"] = [0, 4, 0],
        ["gold"] = [0, 0, 12],
        ["query"] = [6, 0, 0],
    };

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_mean_of_the_tokens_has_length_one()
    {
        var vector = Encode(TinyModel.Encoder(folder.Path, Words), "king crown gold");

        // (3, 4, 12) over its length, 13; that it is divided by five tokens first changes nothing.
        AssertVector([3 / 13f, 4 / 13f, 12 / 13f], vector);
    }

    [Fact]
    public void Cls_takes_the_first_token_alone()
    {
        var options = TinyModel.Encoder(folder.Path, Words, cls: [0, 0.6f, 0.8f]);
        options.Pooling = Pooling.Cls;

        AssertVector([0, 0.6f, 0.8f], Encode(options, "king crown gold"));
    }

    [Fact]
    public void A_model_that_pools_by_itself_is_taken_at_its_word()
    {
        var options = TinyModel.Encoder(folder.Path, Words, pools: true);
        options.Pooling = Pooling.Cls;

        AssertVector([3 / 5f, 4 / 5f, 0], Encode(options, "king crown"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Padding_beside_a_longer_text_counts_nothing(bool pools)
    {
        using var encoder = Open(TinyModel.Encoder(folder.Path, Words, pools: pools));

        var together = encoder.Encode(["king crown", "gold gold gold gold gold gold gold", "crown"]);

        AssertVector([3 / 5f, 4 / 5f, 0], together[0]);
        AssertVector([0, 0, 1], together[1]);
        AssertVector([0, 1, 0], together[2]);
    }

    [Fact]
    public void A_long_text_is_cut_off_with_the_tokens_around_it_counted()
    {
        var options = TinyModel.Encoder(folder.Path, Words);
        options.MaxTokens = 4;

        AssertVector([3 / 5f, 4 / 5f, 0], Encode(options, "king crown gold gold"));
    }

    [Fact]
    public void Fewer_dimensions_are_the_first_ones_at_length_one()
    {
        var options = TinyModel.Encoder(folder.Path, Words);
        options.Dimensions = 2;

        AssertVector([3 / 5f, 4 / 5f], Encode(options, "king crown gold"));
    }

    [Fact]
    public void A_text_without_any_known_word_has_no_direction_and_no_error() => AssertVector([0, 0, 0], Encode(TinyModel.Encoder(folder.Path, Words), "zebra"));

    [Fact]
    public void Many_texts_come_back_in_their_order()
    {
        using var encoder = Open(TinyModel.Encoder(folder.Path, Words));
        string[] texts = [.. Enumerable.Range(0, 900).Select(static i => string.Join(' ', Enumerable.Repeat(i % 2 == 0 ? "king" : "crown", 1 + i * 7 % 60)))];

        var vectors = encoder.Encode(texts);

        Assert.All(vectors, (vector, i) => AssertVector(i % 2 == 0 ? [1, 0, 0] : [0, 1, 0], vector));
    }

    [Fact]
    public void Capitals_and_accents_go_where_the_vocabulary_has_none()
    {
        AssertVector([1, 0, 0], Encode(TinyModel.Encoder(folder.Path, Words), "KÍNG"));
        AssertVector([1, 0, 0], Encode(TinyModel.Encoder(folder.Path, Words), "ki\u0302ng"));
    }

    [Fact]
    public void Capitals_and_accents_stay_where_the_vocabulary_has_capitals()
    {
        var words = new Dictionary<string, float[]> { ["Žižka"] = [1, 0], ["žižka"] = [0, 1], ["King"] = [1, 1] };

        AssertVector([1, 0], Encode(TinyModel.Encoder(folder.Path, words), "Žižka"));
        AssertVector([0, 1], Encode(TinyModel.Encoder(folder.Path, words), "žižka"));
    }

    [Fact]
    public void What_looks_like_a_models_own_token_is_text() =>
        Assert.Equal(Encode(TinyModel.Encoder(folder.Path, Words, cls: [0, 1, 0]), "king"), Encode(TinyModel.Encoder(folder.Path, Words, cls: [0, 1, 0]), "king [CLS] [CLS]"));

    [Fact]
    public void Prefixes_stand_before_questions_and_passages()
    {
        var options = TinyModel.Encoder(folder.Path, Words);
        (options.QuestionPrefix, options.PassagePrefix) = ("query ", "gold ");
        using var encoder = Open(options);
        var stage = SemanticRig.Stage(encoder, options: options);

        Assert.Equal(MeaningVector.Write(Encode(options, "query crown")), stage.Question("crown"));
        Assert.Equal(MeaningVector.Write(Encode(options, "gold crown")), stage.Passages(["crown"])[0]);
    }

    [Fact]
    public void Everything_that_changes_a_passages_vector_changes_the_identity_and_a_questions_prefix_does_not()
    {
        var identities = new List<string>();
        void Note(Action<SemanticOptions> change)
        {
            var options = TinyModel.Encoder(folder.Path, Words);
            change(options);
            using var encoder = Open(options);
            identities.Add(encoder.Identity);
        }

        Note(static _ => { });
        Note(static options => options.QuestionPrefix = "query ");
        Note(static options => options.Pooling = Pooling.Cls);
        Note(static options => options.PassagePrefix = "gold ");
        Note(static options => options.Dimensions = 2);
        Note(static options => options.MaxTokens = 100);
        Note(options => File.WriteAllText(Path.Combine(folder.Path, "vocab.txt"), File.ReadAllText(Path.Combine(folder.Path, "vocab.txt")).Replace("gold", "gild", StringComparison.Ordinal)));
        TinyModel.Encoder(folder.Path, new Dictionary<string, float[]>(Words) { ["king"] = [3, 0, 1] });
        using var other = Open(new SemanticOptions { ModelPath = Path.Combine(folder.Path, "model.onnx") });

        Assert.Equal(identities[0], identities[1]);
        Assert.Equal(7, identities.Append(other.Identity).Distinct().Count());
    }

    private static void AssertVector(float[] expected, float[] found) => Assert.All(found.Zip(expected), static pair => Assert.Equal(pair.Second, pair.First, 1e-5f));

    private static float[] Encode(SemanticOptions options, string text)
    {
        using var encoder = Open(options);
        return encoder.Encode([text])[0];
    }

    private static OnnxTextEncoder Open(SemanticOptions options) => OnnxTextEncoder.Open(options, Path.Combine(Path.GetDirectoryName(options.ModelPath)!, "vocab.txt"));
}
