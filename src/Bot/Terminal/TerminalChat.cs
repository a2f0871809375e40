using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Bot.Chat;
using Lectures.Answers;

namespace Bot.Terminal;

/// <summary>The local chat: a question a line, until the input ends.</summary>
internal sealed class TerminalChat(TerminalSession session)
{
    private static readonly TerminalLine[] Help =
    [
        Line("Ask a question in plain words; the answer is what the lecturers said, with the answering sentence in bold."),
        Line("  /more       further passages for the last question"),
        Line("  /context 1  what was said before and after the passage with that number"),
        Line("  /cite 1     a reference to it, to copy"),
        Line("  /why 1      which words of the question were found in it"),
        Line("  /lectures   what the library holds"),
        Line("  /library, /reindex, /answers   your own uploads: /library --help tells more"),
        Line("  /help       this"),
        Line("  /quit       leave (as does the end of input)"),
    ];

    private string? lastQuestion;
    private int nextRank;
    private readonly Dictionary<int, Excerpt> shown = [];

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var isPiped = session.Streams.IsInputPiped;
        if (!await new IndexUpdate(session).RunAsync(cancellation))
        {
            return TerminalSession.Error;
        }

        if (!isPiped)
        {
            Greet();
        }

        while (true)
        {
            if (!isPiped)
            {
                session.Output.WritePrompt();
            }

            var line = await session.Streams.Input.ReadLineAsync(cancellation);
            if (line is null || line.Trim() is "/quit" or "/exit")
            {
                return TerminalSession.Answered;
            }

            if (!string.IsNullOrWhiteSpace(line))
            {
                await AnswerAsync(line.Trim(), isPiped, cancellation);
            }
        }
    }

    private async Task AnswerAsync(string line, bool isPiped, CancellationToken cancellation)
    {
        if (isPiped)
        {
            session.Output.Write([new TerminalLine(0, [new TerminalText($"> {TerminalRenderer.Visible(line)}", TerminalStyle.Heading)])]);
        }

        if (line.Split(' ')[0] is "/library" or "/reindex" or "/answers")
        {
            await RunAsync(line[1..], cancellation);
            session.Output.Write([TerminalLine.Empty]);
            return;
        }

        session.Output.Write(line switch
        {
            "/help" => Help,
            "/lectures" => TerminalRenderer.Render(session.Get<LecturesHandler>().Handle()),
            "/more" when lastQuestion is null => [Line("Ask a question first.")],
            "/more" => TerminalRenderer.Render(More()),
            _ when Chosen(line, "/context") is { } excerpt => TerminalRenderer.Render(session.Get<ContextHandler>().Handle(excerpt.Passage.Id)),
            _ when Chosen(line, "/cite") is { } excerpt => TerminalRenderer.Render(session.Get<CiteHandler>().Handle(ExcerptPlace.Of(excerpt))),
            _ when Chosen(line, "/why") is { } excerpt => TerminalRenderer.Render(session.Get<WhyHandler>().Handle(lastQuestion ?? "", excerpt.Passage.Id)),
            _ when line.Split(' ')[0] is "/context" or "/cite" or "/why" => [Line("Give the number of a passage that was shown for the last question.")],
            _ when line.StartsWith('/') => [Line($"There is no command {TerminalRenderer.Visible(line.Split(' ')[0])}. /help lists them.")],
            _ => TerminalRenderer.Render(Ask(line)),
        });
        session.Output.Write([TerminalLine.Empty]);
    }

    /// <summary>The program's own commands, in the session that is there.</summary>
    private async Task RunAsync(string command, CancellationToken cancellation)
    {
        var root = new RootCommand();
        foreach (var one in new OperatorCommands((_, run) => run(session)).All())
        {
            root.Subcommands.Add(one);
        }

        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = session.Streams.Output, Error = session.Streams.Errors };
        await root.Parse(CommandLineParser.SplitCommandLine(command).ToList()).InvokeAsync(configuration, cancellation);
    }

    private Reply Ask(string question)
    {
        lastQuestion = question;
        nextRank = 1 + AskHandler.PerReply;
        shown.Clear();
        return Remembered(session.Get<AskHandler>().Handle(question));
    }

    private Reply More()
    {
        var reply = session.Get<AskHandler>().Handle(lastQuestion ?? "", nextRank);
        nextRank += AskHandler.PerReply;
        return Remembered(reply);
    }

    /// <summary>Keeps what the numbers of the passages stand for.</summary>
    private Reply Remembered(Reply reply)
    {
        foreach (var quotation in reply.Blocks.OfType<Block.Quotation>())
        {
            shown[quotation.Rank] = quotation.Excerpt;
        }

        return reply;
    }

    /// <summary>The passage that a command is about; without a number the first.</summary>
    private Excerpt? Chosen(string line, string command) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
        {
            [var name] when name == command => shown.GetValueOrDefault(1),
            [var name, var number] when name == command && int.TryParse(number, CultureInfo.InvariantCulture, out var rank) => shown.GetValueOrDefault(rank),
            _ => null,
        };

    private void Greet()
    {
        using var lease = session.Library.Lease();
        session.Output.Write(
        [
            Line(string.Create(CultureInfo.InvariantCulture, $"Clio: {lease?.LectureCount ?? 0} lectures, {lease?.PassageCount ?? 0} passages. Ask away; /help lists commands.")),
            TerminalLine.Empty,
        ]);
    }

    private static TerminalLine Line(string words) => new(0, [new TerminalText(words)]);
}
