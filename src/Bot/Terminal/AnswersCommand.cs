using Bot.Library;
using Bot.Storage;

namespace Bot.Terminal;

/// <summary>Shows what was asked.</summary>
internal sealed class AnswersCommand(TerminalSession session, ServerId server)
{
    public int Unanswered(bool csv)
    {
        var asked = session.Get<AskedQuestions>();
        if (csv)
        {
            session.Output.WriteRaw(asked.UnansweredCsv(server).TrimEnd('\r', '\n'));
            return TerminalSession.Answered;
        }

        var groups = asked.Unanswered(server);
        session.Output.Write(groups.Count == 0
            ? [new TerminalLine(0, [new TerminalText("No question is unanswered.")])]
            : [.. groups.Select(static group => new TerminalLine(0, [new TerminalText(TerminalRenderer.Visible(
                $"{group.Questions.Count} × {group.Text} (last {group.Newest:yyyy-MM-dd})"))]))]);
        return TerminalSession.Answered;
    }
}
