using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Lectures.Semantics;

/// <summary>Models that the operator supplies; without a path nothing of this is used or loaded.</summary>
public sealed class SemanticOptions
{
    public const string Section = "Semantic";

    /// <summary>An ONNX model that makes a vector of a text; empty for none.</summary>
    public string ModelPath { get; set; } = "";

    /// <summary>Its vocabulary: vocab.txt (WordPiece), vocab.json with merges.txt beside it (BPE), or a SentencePiece .model. Empty for the one beside the model.</summary>
    public string VocabularyPath { get; set; } = "";

    public Pooling Pooling { get; set; } = Pooling.Mean;

    /// <summary>What the model wants before a question.</summary>
    public string QuestionPrefix { get; set; } = "";

    /// <summary>What the model wants before a text that may answer.</summary>
    public string PassagePrefix { get; set; } = "";

    /// <summary>Only so many of the model's dimensions are kept, for models trained so that the first ones say most; 0 for all.</summary>
    [Range(0, 8_192)]
    public int Dimensions { get; set; }

    /// <summary>Longer texts are cut off.</summary>
    [Range(16, 8_192)]
    public int MaxTokens { get; set; } = 256;

    /// <summary>An ONNX model that judges question and passage together; empty for none.</summary>
    public string RerankerPath { get; set; } = "";

    /// <summary>As <see cref="VocabularyPath"/>.</summary>
    public string RerankerVocabularyPath { get; set; } = "";

    /// <summary>How many passages it judges.</summary>
    [Range(2, 100)]
    public int RerankerTop { get; set; } = 20;

    /// <summary>Of question and passage together.</summary>
    [Range(32, 8_192)]
    public int RerankerMaxTokens { get; set; } = 384;

    /// <summary>What its judgement counts beside the ranking's own: 0 nothing, 1 all.</summary>
    [Range(0.0, 1.0)]
    public double RerankerWeight { get; set; } = 0.5;

    /// <summary>Paths relative to a folder.</summary>
    public void StartFrom(string folder)
    {
        (ModelPath, VocabularyPath) = (From(folder, ModelPath), From(folder, VocabularyPath));
        (RerankerPath, RerankerVocabularyPath) = (From(folder, RerankerPath), From(folder, RerankerVocabularyPath));
    }

    private static string From(string folder, string path) => path.Length == 0 ? "" : Path.GetFullPath(path, folder);
}

[OptionsValidator]
internal sealed partial class SemanticRangesValidator : IValidateOptions<SemanticOptions>;

/// <summary>Opens the models too, so that a wrong one is told at the start and not by the first question.</summary>
internal sealed class SemanticOptionsValidator(OpenedModels models) : IValidateOptions<SemanticOptions>
{
    public ValidateOptionsResult Validate(string? name, SemanticOptions options)
    {
        if (new SemanticRangesValidator().Validate(name, options) is { Failed: true } outOfRange)
        {
            return outOfRange;
        }

        string[] problems = [.. new[] { models.Encoder(options).Problem, models.Scorer(options).Problem }.OfType<string>()];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
