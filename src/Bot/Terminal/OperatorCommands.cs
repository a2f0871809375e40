using System.CommandLine;
using System.Globalization;
using Bot.Storage;
using GivenDetails = Lectures.Transcripts.GivenDetails;

namespace Bot.Terminal;

/// <summary>What moderators do in Discord, for whoever runs Clio: as commands of the program and in the chat.</summary>
/// <param name="run">Runs a command in a session; the program's is made for it, the chat's is there.</param>
internal sealed class OperatorCommands(Func<ParseResult, Func<TerminalSession, Task<int>>, Task<int>> run)
{
    private readonly Option<string?> server = new("--server") { Description = "The Discord server's id (default: the terminal's own uploads).", Recursive = true };

    public IReadOnlyList<Command> All()
    {
        server.Validators.Add(static option =>
        {
            if (option.Tokens is [{ Value: var id }] && ServerId.From(id) is null)
            {
                option.AddError($"“{TerminalRenderer.Visible(id)}” is no server's id; that has digits only.");
            }
        });
        var library = new Command("library", "Uploads beside the lectures folder: add, remove, restore, list, show, export, history.") { server };
        library.Subcommands.Add(Add());
        library.Subcommands.Add(OnLecture("remove", "Take a lecture out; it can be restored for 30 days.", static (command, lecture, stop) => command.RemoveAsync(lecture, stop)));
        library.Subcommands.Add(Restore());
        library.Subcommands.Add(List());
        library.Subcommands.Add(OnLecture("show", "All about one lecture.", static (command, lecture, _) => Task.FromResult(command.Show(lecture))));
        library.Subcommands.Add(Export());
        library.Subcommands.Add(On("history", "Who changed what, the newest first.", static (command, _) => Task.FromResult(command.History())));
        return [library, Reindex(), Answers()];
    }

    private Command Add()
    {
        var files = new Argument<string[]>("files") { Description = "Transcripts, or .zip files of them.", Arity = ArgumentArity.OneOrMore };
        var (title, series, speaker) = (new Option<string?>("--title"), new Option<string?>("--series"), new Option<string?>("--speaker"));
        var (date, url) = (new Option<string?>("--date") { Description = "As in 2024-03-18." }, new Option<string?>("--url"));
        date.Validators.Add(static option =>
        {
            if (option.Tokens is [{ Value: var text }] && DateOf(text) is null)
            {
                option.AddError("Write the date as in 2024-03-18.");
            }
        });
        url.Validators.Add(static option =>
        {
            if (option.Tokens is [{ Value: var text }] && AddressOf(text) is null)
            {
                option.AddError("Write the address in full, as in https://example.org/lecture.");
            }
        });
        var command = new Command("add", "Read transcripts and publish them.") { files, title, series, speaker, date, url };
        command.SetAction((parsed, stop) => run(parsed, session => new LibraryCommand(session, Server(parsed)).AddAsync(
            parsed.GetRequiredValue(files),
            new GivenDetails
            {
                Title = parsed.GetValue(title),
                Series = parsed.GetValue(series),
                Speaker = parsed.GetValue(speaker),
                Date = DateOf(parsed.GetValue(date)),
                Url = AddressOf(parsed.GetValue(url)),
            },
            stop)));
        return command;
    }

    private Command Restore()
    {
        var lecture = new Argument<string>("lecture") { Description = "Its id or title." };
        var version = new Option<int?>("--version") { Description = "An earlier version to go back to." };
        var command = new Command("restore", "Bring back a removed lecture, or an earlier version.") { lecture, version };
        command.SetAction((parsed, stop) => run(
            parsed, session => new LibraryCommand(session, Server(parsed)).RestoreAsync(parsed.GetRequiredValue(lecture), parsed.GetValue(version), stop)));
        return command;
    }

    private Command List()
    {
        var filter = new Argument<string?>("filter") { Description = "Words of title, series or speaker.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("list", "The lectures: uploads, then shared ones.") { filter };
        command.SetAction(parsed => run(parsed, session => Task.FromResult(new LibraryCommand(session, Server(parsed)).List(parsed.GetValue(filter)))));
        return command;
    }

    private Command Export()
    {
        var file = new Argument<string>("file") { Description = "The .zip to write." };
        var command = new Command("export", "Write the original files of the uploads into a .zip.") { file };
        command.SetAction((parsed, stop) => run(parsed, session => new LibraryCommand(session, Server(parsed)).ExportAsync(parsed.GetRequiredValue(file), stop)));
        return command;
    }

    private Command Reindex()
    {
        var (all, dry) = (new Option<bool>("--all") { Description = "Read every upload again." }, new Option<bool>("--dry-run") { Description = "Show what would change, and change nothing." });
        var command = new Command("reindex", "Bring the lectures folder and the uploads in step.") { all, dry, server };
        command.SetAction((parsed, stop) => run(
            parsed, session => new ReindexCommand(session, Server(parsed)).RunAsync(parsed.GetValue(all), parsed.GetValue(dry), stop)));
        return command;
    }

    private Command Answers()
    {
        var csv = new Option<bool>("--csv") { Description = "Write them as CSV." };
        var unanswered = new Command("unanswered", "What was asked and not answered, the most asked first.") { csv };
        unanswered.SetAction(parsed => run(parsed, session => Task.FromResult(new AnswersCommand(session, Server(parsed)).Unanswered(parsed.GetValue(csv)))));
        return new Command("answers", "What members asked.") { server, unanswered };
    }

    private Command OnLecture(string name, string description, Func<LibraryCommand, string, CancellationToken, Task<int>> action)
    {
        var lecture = new Argument<string>("lecture") { Description = "Its id or title." };
        var command = new Command(name, description) { lecture };
        command.SetAction((parsed, stop) => run(parsed, session => action(new LibraryCommand(session, Server(parsed)), parsed.GetRequiredValue(lecture), stop)));
        return command;
    }

    private Command On(string name, string description, Func<LibraryCommand, CancellationToken, Task<int>> action)
    {
        var command = new Command(name, description);
        command.SetAction((parsed, stop) => run(parsed, session => action(new LibraryCommand(session, Server(parsed)), stop)));
        return command;
    }

    private ServerId Server(ParseResult parsed) => ServerId.From(parsed.GetValue(server)) ?? ServerId.Local;

    private static DateOnly? DateOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static Uri? AddressOf(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;
}
