using Bot.Chat;
using Bot.Library;
using Bot.Storage;
using Lectures.Answers;

namespace Bot.Terminal;

/// <summary>Answers one question and ends.</summary>
internal sealed class AskCommand(TerminalSession session)
{
    public async Task<int> RunAsync(string question, bool json, CancellationToken cancellation)
    {
        if (!await new IndexUpdate(session).RunAsync(cancellation))
        {
            return TerminalSession.Error;
        }

        if (json)
        {
            return Json(question);
        }

        var reply = session.Get<AskHandler>().Handle(question);
        if (reply.Kind == ReplyKind.Refused)
        {
            session.Complain(string.Join(" ", reply.Blocks.OfType<Block.Text>().Select(static text => text.Words)));
            return TerminalSession.Error;
        }

        session.Output.Write(TerminalRenderer.Render(reply));
        return reply.Kind == ReplyKind.Answered ? TerminalSession.Answered : TerminalSession.NotFound;
    }

    private int Json(string question)
    {
        using var lease = session.Get<ServerLibraries>().Lease(ServerId.Local);
        if (lease is null)
        {
            session.Complain("There is no index yet. Run “index” first.");
            return TerminalSession.Error;
        }

        var answer = session.Get<Answerer>().Ask(lease, question, AskHandler.PerReply, null, session.Get<ServerLibraries>().Names(ServerId.Local));
        if (answer is Answer.Unclear unclear)
        {
            session.Complain(unclear.Reason);
            return TerminalSession.Error;
        }

        session.Output.WriteRaw(AnswerJson.Write(question, answer));
        return answer is Answer.Found ? TerminalSession.Answered : TerminalSession.NotFound;
    }
}
