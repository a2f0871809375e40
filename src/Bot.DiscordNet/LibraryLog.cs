using System.Diagnostics;
using Discord;
using Microsoft.Extensions.Logging;

namespace Bot.DiscordNet;

/// <summary>What the library says, in our log. It reconnects with a warning and a stack trace each time; where that comes from says nothing.</summary>
internal sealed partial class LibraryLog(ILogger logger)
{
    public Task WriteAsync(LogMessage message)
    {
        var level = Level(message.Severity);
        if (logger.IsEnabled(level))
        {
            var text = message.Message ?? message.Exception?.Message ?? "";
            Log(level, message.Severity <= LogSeverity.Error ? message.Exception : null, message.Source, text);
        }

        return Task.CompletedTask;
    }

    private static LogLevel Level(LogSeverity severity) => severity switch
    {
        LogSeverity.Critical => LogLevel.Critical,
        LogSeverity.Error => LogLevel.Error,
        LogSeverity.Warning => LogLevel.Warning,
        LogSeverity.Info => LogLevel.Information,
        LogSeverity.Verbose => LogLevel.Debug,
        LogSeverity.Debug => LogLevel.Trace,
        _ => throw new UnreachableException(),
    };

    [LoggerMessage("{Source}: {Text}")]
    private partial void Log(LogLevel level, Exception? exception, string source, string text);
}
