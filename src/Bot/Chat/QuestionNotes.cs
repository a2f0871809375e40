using System.Threading.Channels;
using Bot.Library;
using Bot.Storage;
using Lectures.Answers;

namespace Bot.Chat;

/// <summary>
/// Writes down what was asked, after the answer and one at a time: nobody waits for it, and a busy minute does not make many writers of one
/// database. At the end what is left is written; where nothing runs this, nothing is written.
/// </summary>
internal sealed partial class QuestionNotes(AskedQuestions asked, ILogger<QuestionNotes> logger) : BackgroundService
{
    private const int MostWaiting = 10_000;

    private readonly Channel<Noted> waiting = Channel.CreateBounded<Noted>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });

    public void Note(ServerId server, string userId, string question, Answer answer)
    {
        var noted = answer switch
        {
            Answer.Found found => new Noted(server, userId, question, QuestionOutcome.Answered, found.Confidence, Shown(found.Excerpts)),
            Answer.NotFound not => new Noted(server, userId, question, QuestionOutcome.NotFound, not.Confidence, Shown(not.Closest)),
            Answer.Unclear => null,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        if (noted is not null && !waiting.Writer.TryWrite(noted))
        {
            LogFull(server.Value);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        waiting.Writer.TryComplete();
        if (ExecuteTask is { } writing)
        {
            await writing.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await base.StopAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(WriteAsync, CancellationToken.None);

    private async Task WriteAsync()
    {
        await foreach (var noted in waiting.Reader.ReadAllAsync(CancellationToken.None))
        {
            try
            {
                asked.Asked(noted.Server, noted.UserId, noted.Question, noted.Outcome, noted.Confidence, noted.Shown);
            }
            catch (Exception failure)
            {
                LogFailed(failure, noted.Server.Value);
            }
        }
    }

    private static string? Shown(IReadOnlyList<Excerpt> excerpts) => excerpts.Count == 0 ? null : string.Join(" · ", CitationText.Parts(excerpts[0].Citation));

    private sealed record Noted(ServerId Server, string UserId, string Question, QuestionOutcome Outcome, double Confidence, string? Shown);

    [LoggerMessage(LogLevel.Warning, "A question of server {Server} was not written down: too many wait")]
    private partial void LogFull(string server);

    [LoggerMessage(LogLevel.Error, "A question of server {Server} could not be written down")]
    private partial void LogFailed(Exception failure, string server);
}
