using Bot.Chat.Moderation;
using Bot.Discord.Protocol;
using Bot.Discord.Rendering;
using Bot.Discord.Rest;
using Bot.Library;

namespace Bot.Discord.Commands.Moderation;

/// <summary>
/// Keeps the message of a run up to date, beside everything else. Discord lets a message be changed for 15 minutes; a little before, it is
/// said where to look from then on, and the run itself goes on.
/// </summary>
internal sealed partial class ReindexFollower(InteractionRest rest, TimeProvider time, ILogger<ReindexFollower> logger) : IDisposable
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(14);

    /// <summary>An edit that waits for a limit is given up then.</summary>
    private static readonly TimeSpan End = Longest + TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource stopping = new();

    /// <summary>Returns at once.</summary>
    public void Follow(Interaction interaction, ReindexJob job) => _ = Task.Run(() => FollowAsync(interaction, job), CancellationToken.None);

    public void Dispose()
    {
        stopping.Cancel();
        stopping.Dispose();
    }

    private async Task FollowAsync(Interaction interaction, ReindexJob job)
    {
        var began = time.GetTimestamp();
        using var end = new CancellationTokenSource(End, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(end.Token, stopping.Token);
        try
        {
            MessageEdit? shown = null;
            while (true)
            {
                await Task.Delay(Every, time, either.Token);
                var isOver = job.Completion.IsCompleted;
                var isLast = isOver || time.GetElapsedTime(began) >= Longest;
                var reply = isOver ? ReindexText.Outcome(job, await job.Completion) : isLast ? ReindexText.TooLong(job) : ReindexText.Progress(job);
                var edit = OfferRenderer.Render(reply).ToEdit();
                if (shown?.Embeds[0].Description != edit.Embeds[0].Description && await rest.EditOriginalAsync(interaction, edit, either.Token, afterDeferral: shown is null) is Delivered.Gone)
                {
                    return;
                }

                shown = edit;
                if (isLast)
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Too late for Discord, or Clio stops; the run's report is kept either way.
        }
        catch (Exception failure)
        {
            LogFailed(failure, interaction.Id);
        }
    }

    [LoggerMessage(LogLevel.Error, "The message of a run, interaction {Interaction}, could not be kept up to date")]
    private partial void LogFailed(Exception failure, string interaction);
}
