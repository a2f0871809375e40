using System.Globalization;
using Bot.Chat;

namespace Bot.Terminal;

/// <summary>The local chat: a question a line, until the input ends.</summary>
internal sealed class TerminalChat(TerminalSession session)
{
    private static readonly TerminalLine[] Help =
    [
        Line("Ask a question in plain words; the answer is what the lecturers said, with the answering sentence in bold."),
        Line("  /more       further passages for the last question"),
        Line("  /lectures   what the library holds"),
        Line("  /help       this"),
        Line("  /quit       leave (as does the end of input)"),
    ];

    private string? lastQuestion;
    private int nextRank;

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
                Answer(line.Trim(), isPiped);
            }
        }
    }

    private void Answer(string line, bool isPiped)
    {
        if (isPiped)
        {
            session.Output.Write([new TerminalLine(0, [new TerminalText($"> {TerminalRenderer.Visible(line)}", TerminalStyle.Heading)])]);
        }

        session.Output.Write(line switch
        {
            "/help" => Help,
            "/lectures" => TerminalRenderer.Render(session.Get<LecturesHandler>().Handle()),
            "/more" when lastQuestion is null => [Line("Ask a question first.")],
            "/more" => TerminalRenderer.Render(More()),
            _ when line.StartsWith('/') => [Line($"There is no command {TerminalRenderer.Visible(line.Split(' ')[0])}. /help lists them.")],
            _ => TerminalRenderer.Render(Ask(line)),
        });
        session.Output.Write([TerminalLine.Empty]);
    }

    private Reply Ask(string question)
    {
        lastQuestion = question;
        nextRank = 1 + AskHandler.PerReply;
        return session.Get<AskHandler>().Handle(question);
    }

    private Reply More()
    {
        var reply = session.Get<AskHandler>().Handle(lastQuestion ?? "", nextRank);
        nextRank += AskHandler.PerReply;
        return reply;
    }

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
