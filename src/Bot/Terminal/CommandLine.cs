using System.CommandLine;
using System.CommandLine.Parsing;

namespace Bot.Terminal;

/// <summary>The program's commands and options.</summary>
/// <param name="commandList">Gives the application commands as JSON; null where there are none.</param>
internal sealed class CommandLine(TerminalStreams streams, string home, Func<string>? commandList = null)
{
    private readonly Option<string?> lectures = new("--lectures")
    {
        Description = "The folder with the transcripts (default: Library:Lectures of appsettings.json).",
        Recursive = true,
    };

    private readonly Option<bool> verbose = new("--verbose") { Description = "Log to standard error.", Recursive = true };

    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        lectures.Validators.Add(NeedsFolder);
        var root = new RootCommand("Clio answers history questions from lecture transcripts, in the lecturers' own words.") { lectures, verbose };
        root.Subcommands.Add(Ask());
        root.Subcommands.Add(Index());
        root.Subcommands.Add(Eval());
        root.Subcommands.Add(Doctor());
        root.Subcommands.Add(Commands());
        foreach (var command in new OperatorCommands((parsed, run) => RunAsync(parsed, run)).All())
        {
            root.Subcommands.Add(command);
        }

        root.SetAction((parsed, stop) => RunAsync(parsed, session => new TerminalChat(session).RunAsync(stop)));
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = streams.Output, Error = streams.Errors };
        try
        {
            return await root.Parse(arguments).InvokeAsync(configuration, cancellation);
        }
        catch (OperationCanceledException)
        {
            await streams.Errors.WriteLineAsync("Stopped. What was indexed before is unchanged.");
            return TerminalSession.Error;
        }
    }

    private Command Ask()
    {
        var question = new Argument<string>("question") { Description = "The question, in quotation marks." };
        var json = new Option<bool>("--json") { Description = "Write the answer as JSON." };
        var command = new Command("ask", "Answer one question. Exit code: 0 answered, 2 not found, 1 error.") { question, json };
        command.SetAction((parsed, stop) => RunAsync(
            parsed, session => new AskCommand(session).RunAsync(parsed.GetRequiredValue(question), parsed.GetValue(json), stop)));
        return command;
    }

    private Command Index()
    {
        var all = new Option<bool>("--all") { Description = "Read every file again, also those that have not changed." };
        var command = new Command("index", "Bring the index in step with the lectures folder.") { all };
        command.SetAction((parsed, stop) => RunAsync(parsed, session => new IndexCommand(session).RunAsync(parsed.GetValue(all), stop)));
        return command;
    }

    private Command Eval()
    {
        var questions = new Option<FileInfo>("--questions") { Description = "JSON lines with “id” and “question”.", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "The file to write the run to, one JSON line a question.", Required = true };
        var index = new Option<string?>("--index") { Description = "Where the index is kept (default: a temporary folder)." };
        index.Validators.Add(NeedsFolder);
        var command = new Command("eval", "Ask every question of a file and write what was found.") { questions, output, index };
        command.SetAction(async (parsed, stop) =>
        {
            using var place = EvalIndexFolder.At(parsed.GetValue(index));
            return await RunAsync(
                parsed,
                session => new EvalCommand(session).RunAsync(parsed.GetRequiredValue(questions), parsed.GetRequiredValue(output), stop),
                place.Path);
        });
        return command;
    }

    private Command Doctor()
    {
        var command = new Command("doctor", "Check settings, library and index, and say what to do.");
        command.SetAction((parsed, stop) => RunAsync(parsed, session => new DoctorCommand(session).RunAsync(stop)));
        return command;
    }

    private Command Commands()
    {
        var command = new Command("commands", "Write the commands that members see in Discord, as JSON.");
        command.SetAction(async (_, stop) =>
        {
            await streams.Output.WriteLineAsync((commandList?.Invoke() ?? "[]").AsMemory(), stop);
            return TerminalSession.Answered;
        });
        return command;
    }

    private static void NeedsFolder(OptionResult option)
    {
        if (option.Tokens is [{ Value: var folder }] && string.IsNullOrWhiteSpace(folder))
        {
            option.AddError($"The option {option.Option.Name} needs the name of a folder.");
        }
    }

    private async Task<int> RunAsync(ParseResult parsed, Func<TerminalSession, Task<int>> run, string? store = null)
    {
        using var session = TerminalSession.Start(streams, home, parsed.GetValue(lectures), store, parsed.GetValue(verbose));
        return session is null ? TerminalSession.Error : await run(session);
    }
}
