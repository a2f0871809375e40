using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Lectures.Semantics;

/// <summary>
/// The operator's models, opened when first asked for and once. This is the one place that reaches for the libraries behind them, in
/// methods of their own: a process without a model never loads those.
/// </summary>
internal sealed partial class OpenedModels(ILogger<OpenedModels> log) : IDisposable
{
    private readonly Lock gate = new();
    private ModelOpening<ITextEncoder>? encoder;
    private ModelOpening<IPairScorer>? scorer;

    public ModelOpening<ITextEncoder> Encoder(SemanticOptions options)
    {
        lock (gate)
        {
            return encoder ??= Open<ITextEncoder>(options.ModelPath, options.VocabularyPath, nameof(options.ModelPath), nameof(options.VocabularyPath), vocabulary => OpenEncoder(options, vocabulary));
        }
    }

    public ModelOpening<IPairScorer> Scorer(SemanticOptions options)
    {
        lock (gate)
        {
            return scorer ??= Open<IPairScorer>(
                options.RerankerPath, options.RerankerVocabularyPath, nameof(options.RerankerPath), nameof(options.RerankerVocabularyPath), vocabulary => OpenScorer(options, vocabulary));
        }
    }

    public void Dispose()
    {
        encoder?.Model?.Dispose();
        scorer?.Model?.Dispose();
    }

    private ModelOpening<T> Open<T>(string path, string vocabularyPath, string setting, string vocabularySetting, Func<string, T> open)
        where T : class
    {
        if (path.Length == 0)
        {
            return new ModelOpening<T>(null, null);
        }

        if (!File.Exists(path))
        {
            return new ModelOpening<T>(null, $"{SemanticOptions.Section}:{setting}: there is no file “{path}”. Name an ONNX model, or leave it empty to do without.");
        }

        if (ModelFiles.Vocabulary(path, vocabularyPath) is not { } vocabulary)
        {
            return new ModelOpening<T>(null, vocabularyPath.Length > 0
                ? $"{SemanticOptions.Section}:{vocabularySetting}: there is no file “{vocabularyPath}”."
                : $"{SemanticOptions.Section}:{vocabularySetting} is needed: there is no vocab.txt, vocab.json or SentencePiece model beside “{path}”.");
        }

        try
        {
            return new ModelOpening<T>(open(vocabulary), null);
        }
        catch (ModelException unusable)
        {
            LogUnusable(unusable, path);
            return new ModelOpening<T>(null, unusable.Message);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogUnusable(failure, path);
            return new ModelOpening<T>(null, $"{SemanticOptions.Section}:{setting}: “{path}” or its vocabulary cannot be opened. Make them readable for this user.");
        }
        catch (Exception failure) when (failure is DllNotFoundException or TypeInitializationException or BadImageFormatException or OutOfMemoryException)
        {
            LogUnusable(failure, path);
            return new ModelOpening<T>(null, $"{SemanticOptions.Section}:{setting}: the runtime for models cannot be loaded on this machine. Leave the setting empty to do without.");
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static OnnxTextEncoder OpenEncoder(SemanticOptions options, string vocabulary) => OnnxTextEncoder.Open(options, vocabulary);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static OnnxPairScorer OpenScorer(SemanticOptions options, string vocabulary) => OnnxPairScorer.Open(options, vocabulary);

    [LoggerMessage(LogLevel.Error, "The model {Path} cannot be used")]
    private partial void LogUnusable(Exception failure, string path);
}

/// <param name="Model">Null where none is set, or it cannot be used.</param>
/// <param name="Problem">Why it cannot be used: a sentence for the operator.</param>
internal sealed record ModelOpening<T>(T? Model, string? Problem)
    where T : class;
