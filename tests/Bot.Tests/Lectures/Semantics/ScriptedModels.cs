using Lectures.Semantics;

namespace Bot.Tests.Lectures.Semantics;

/// <summary>An encoder over <see cref="SemanticRig.Words"/> that notes what it encodes, and fails when told to.</summary>
internal sealed class ScriptedEncoder(string identity = "scripted") : ITextEncoder
{
    private readonly Lock gate = new();

    public List<string> Encoded { get; } = [];

    public bool Fails { get; set; }

    public int Dimensions => 4;

    public string Identity => identity;

    public IReadOnlyList<float[]> Encode(IReadOnlyList<string> texts)
    {
        if (Fails)
        {
            throw new InvalidOperationException("scripted");
        }

        lock (gate)
        {
            Encoded.AddRange(texts);
        }

        return [.. texts.Select(static text =>
        {
            var vector = new float[4];
            foreach (var word in SemanticRig.Words.Where(word => text.Contains(word.Key, StringComparison.OrdinalIgnoreCase)))
            {
                vector = [.. vector.Zip(word.Value, static (sum, value) => sum + value)];
            }

            var length = MathF.Sqrt(vector.Sum(static value => value * value));
            return length == 0 ? vector : [.. vector.Select(value => value / length)];
        })];
    }

    public void Dispose()
    {
    }
}

/// <summary>A reranker that gives a passage the score of the first word it holds.</summary>
internal sealed class ScriptedScorer(params (string Word, float Score)[] scores) : IPairScorer
{
    public List<string> Judged { get; } = [];

    public bool Fails { get; set; }

    public IReadOnlyList<float> Score(string question, IReadOnlyList<string> passages)
    {
        if (Fails)
        {
            throw new InvalidOperationException("scripted");
        }

        Judged.AddRange(passages);
        return [.. passages.Select(passage => scores.FirstOrDefault(score => passage.Contains(score.Word, StringComparison.Ordinal)).Score)];
    }

    public void Dispose()
    {
    }
}

/// <summary>Counts what is logged.</summary>
internal sealed class CountingLog<T> : Microsoft.Extensions.Logging.ILogger<T>
{
    public List<string> Lines { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(Microsoft.Extensions.Logging.LogLevel logLevel) => true;

    public void Log<TState>(
        Microsoft.Extensions.Logging.LogLevel logLevel, Microsoft.Extensions.Logging.EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Add(formatter(state, exception));
}
