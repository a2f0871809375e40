using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.FakeDiscord;

/// <summary>Keeps what was logged, to find what should be there once and what should never be.</summary>
internal sealed class LogSink : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> lines = new();

    public IReadOnlyCollection<(LogLevel Level, string Text)> Lines => lines;

    public int Count(LogLevel level, string part) => lines.Count(line => line.Level == level && line.Text.Contains(part, StringComparison.Ordinal));

    /// <summary>Waits for a line; the token bounds the wait.</summary>
    public async Task WaitAsync(LogLevel level, string part, CancellationToken cancellation)
    {
        while (Count(level, part) == 0)
        {
            await Task.Delay(1, cancellation);
        }
    }

    public ILogger CreateLogger(string categoryName) => new Sink(lines);

    public void Dispose()
    {
    }

    private sealed class Sink(ConcurrentQueue<(LogLevel, string)> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((logLevel, formatter(state, exception) + exception));
    }
}
