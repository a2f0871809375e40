using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lectures.Semantics;

/// <summary>What the operator's models say, where any are set. One that fails at work is told in the log, and answers go on without it.</summary>
public sealed partial class SemanticStage
{
    private readonly SemanticOptions options;
    private readonly ITextEncoder? encoder;
    private readonly IPairScorer? scorer;
    private readonly ILogger<SemanticStage> log;
    private int encoderFails;
    private int scorerFails;

    internal SemanticStage(SemanticOptions options, ITextEncoder? encoder, IPairScorer? scorer, ILogger<SemanticStage> log)
    {
        this.options = options;
        this.encoder = encoder;
        this.scorer = scorer;
        this.log = log;
    }

    /// <summary>Of the vectors that an index holds; null where it holds none.</summary>
    public string? Identity => encoder?.Identity;

    /// <summary>Of a vector; 0 without a model.</summary>
    public int Dimensions => encoder?.Dimensions ?? 0;

    /// <summary>Whether a model judges questions and passages together.</summary>
    public bool Reranks => scorer is not null;

    internal int RerankerTop => options.RerankerTop;

    internal float RerankerWeight => (float)options.RerankerWeight;

    internal static SemanticStage Of(IOptions<SemanticOptions> options, OpenedModels models, ILogger<SemanticStage> log) =>
        new(options.Value, models.Encoder(options.Value).Model, models.Scorer(options.Value).Model, log);

    /// <summary>Vectors of texts that may answer, by <see cref="MeaningVector"/>.</summary>
    /// <exception cref="ModelException">The model failed.</exception>
    internal IReadOnlyList<byte[]> Passages(IReadOnlyList<string> texts)
    {
        var model = encoder ?? throw new InvalidOperationException("Nothing is encoded without a model.");
        try
        {
            return [.. model.Encode([.. texts.Select(text => options.PassagePrefix + text)]).Select(static vector => MeaningVector.Write(vector))];
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailing(failure, options.ModelPath);
            throw new ModelException(
                $"The model “{options.ModelPath}” failed on a lecture, so nothing was indexed. Give the process more memory, lower {SemanticOptions.Section}:{nameof(options.MaxTokens)}, or empty {SemanticOptions.Section}:{nameof(options.ModelPath)}.",
                failure);
        }
    }

    /// <summary>A question's vector, by <see cref="MeaningVector"/>; null without a model, or while it fails.</summary>
    public byte[]? Question(string text) => encoder is null ? null : Surviving(() => MeaningVector.Write(encoder.Encode([options.QuestionPrefix + text])[0]), options.ModelPath, ref encoderFails);

    /// <summary>How well each passage answers, on a logistic scale; null without a model, or while it fails.</summary>
    public IReadOnlyList<float>? Judge(string question, IReadOnlyList<string> passages) => scorer is null ? null : Surviving(() => scorer.Score(question, passages), options.RerankerPath, ref scorerFails);

    /// <summary>A model's library throws what it likes; a question is answered all the same. Told once, and again after it has worked meanwhile.</summary>
    private T? Surviving<T>(Func<T> ask, string path, ref int fails)
        where T : class
    {
        try
        {
            var answer = ask();
            Volatile.Write(ref fails, 0);
            return answer;
        }
        catch (Exception failure)
        {
            if (Interlocked.Exchange(ref fails, 1) == 0)
            {
                LogFailing(failure, path);
            }

            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "The model {Path} fails; answers go on without it")]
    private partial void LogFailing(Exception failure, string path);
}
