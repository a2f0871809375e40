using Microsoft.Extensions.Logging;

namespace Bot.Tests.FakeDiscord;

/// <summary>The bot's log as entries of the journal: the event's name as subject, its values as headers.</summary>
internal sealed class FakeGatewayLog<T>(Journal journal) : ILogger<T>
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var headers = (state as IEnumerable<KeyValuePair<string, object?>> ?? [])
            .Append(new KeyValuePair<string, object?>("level", logLevel))
            .ToDictionary(pair => pair.Key, pair => pair.Value?.ToString() ?? "");
        journal.Add("log", eventId.Name ?? "", $"{formatter(state, exception)} {exception}", headers);
    }
}
