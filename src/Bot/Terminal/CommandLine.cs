using System.CommandLine;

namespace Bot.Terminal;

/// <summary>The program's commands and options.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var lectures = new Option<string?>("--lectures") { Description = "The folder with the transcripts (default: Library:Lectures of appsettings.json).", Recursive = true };
        var verbose = new Option<bool>("--verbose") { Description = "Log to standard error.", Recursive = true };
        var root = new RootCommand("Clio answers history questions from lecture transcripts, in the lecturers' own words.") { lectures, verbose };
        root.Subcommands.Add(Ask(lectures, verbose));
        root.Subcommands.Add(Index(lectures, verbose));
        root.Subcommands.Add(Eval(lectures, verbose));
        root.Subcommands.Add(Doctor(lectures, verbose));
        root.SetAction((parsed, cancellation) => RunAsync(
            parsed, lectures, verbose, session => new TerminalChat(session).RunAsync(Console.In, Console.IsInputRedirected, cancellation)));
        return await root.Parse(arguments).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    private static Command Ask(Option<string?> lectures, Option<bool> verbose)
    {
        var question = new Argument<string>("question") { Description = "The question, in quotation marks." };
        var json = new Option<bool>("--json") { Description = "Write the answer as JSON." };
        var command = new Command("ask", "Answer one question. Exit code: 0 answered, 2 not found, 1 error.") { question, json };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed, lectures, verbose, session => new AskCommand(session).RunAsync(parsed.GetRequiredValue(question), parsed.GetValue(json), cancellation)));
        return command;
    }

    private static Command Index(Option<string?> lectures, Option<bool> verbose)
    {
        var all = new Option<bool>("--all") { Description = "Read every file again, also those that have not changed." };
        var command = new Command("index", "Bring the index in step with the lectures folder.") { all };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed, lectures, verbose, session => new IndexCommand(session).RunAsync(parsed.GetValue(all), cancellation)));
        return command;
    }

    private static Command Eval(Option<string?> lectures, Option<bool> verbose)
    {
        var questions = new Option<FileInfo>("--questions") { Description = "JSON lines with “id” and “question”.", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "The file to write the run to, one JSON line a question.", Required = true };
        var index = new Option<string?>("--index") { Description = "Where the index is kept (default: a temporary folder)." };
        var command = new Command("eval", "Ask every question of a file and write what was found.") { questions, output, index };
        command.SetAction((parsed, cancellation) =>
        {
            using var place = EvalIndexFolder.At(parsed.GetValue(index));
            return RunAsync(
                parsed,
                lectures,
                verbose,
                session => new EvalCommand(session).RunAsync(parsed.GetRequiredValue(questions), parsed.GetRequiredValue(output), cancellation),
                place.Path);
        });
        return command;
    }

    private static Command Doctor(Option<string?> lectures, Option<bool> verbose)
    {
        var command = new Command("doctor", "Check settings, library and index, and say what to do.");
        command.SetAction((parsed, cancellation) => RunAsync(parsed, lectures, verbose, session => new DoctorCommand(session).RunAsync(cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parsed, Option<string?> lectures, Option<bool> verbose, Func<TerminalSession, Task<int>> run, string? store = null)
    {
        using var session = TerminalSession.Start(parsed.GetValue(lectures), store, parsed.GetValue(verbose));
        return session is null ? TerminalSession.Error : await run(session);
    }
}
