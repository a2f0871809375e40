using Spectre.Console;

namespace Bot.Terminal;

/// <summary>What a run of the command line reads from and writes to.</summary>
internal sealed record TerminalStreams
{
    public required TextReader Input { get; init; }

    /// <summary>Whether questions come from a file or another program, not from a person at the keys.</summary>
    public required bool IsInputPiped { get; init; }

    public required TextWriter Output { get; init; }

    public required TextWriter Errors { get; init; }

    /// <summary>The terminal behind <see cref="Output"/>; null where it is a file or another program.</summary>
    public IAnsiConsole? Screen { get; init; }

    /// <summary>Where progress is drawn; null where nobody watches.</summary>
    public IAnsiConsole? Progress { get; init; }

    /// <summary>The process's own standard streams.</summary>
    public static TerminalStreams OfProcess() => new()
    {
        Input = Console.In,
        IsInputPiped = Console.IsInputRedirected,
        Output = Console.Out,
        Errors = Console.Error,
        Screen = Console.IsOutputRedirected ? null : AnsiConsole.Console,
        Progress = Console.IsErrorRedirected ? null : AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }),
    };
}
