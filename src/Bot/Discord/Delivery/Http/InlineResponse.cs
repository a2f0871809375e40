using Bot.Discord.Protocol;
using Bot.Discord.Rest;

namespace Bot.Discord.Delivery.Http;

/// <summary>
/// The first response as the body of the HTTP answer. Deferrals go by a call of their own instead, which Discord confirms: an edit
/// could overtake an inline one. So do files, which a body of JSON cannot carry.
/// </summary>
internal sealed class InlineResponse(Interaction interaction, InteractionRest rest)
{
    private readonly TaskCompletionSource<InteractionResponse?> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Delivered> written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What to write; null when it was said by a call.</summary>
    public Task<InteractionResponse?> Outcome => outcome.Task;

    public async Task<Delivered> SendAsync(InteractionResponse response, CancellationToken cancellation)
    {
        var isDeferral = response is InteractionResponse.DeferredReply or InteractionResponse.DeferredUpdate;
        if (!isDeferral && response.Files.Count == 0 && outcome.TrySetResult(response))
        {
            if (await written.Task.WaitAsync(cancellation) is Delivered.Sent sent)
            {
                return sent;
            }
        }

        var delivered = await rest.RespondAsync(interaction, response, cancellation);
        if (!isDeferral || delivered is not Delivered.Failed)
        {
            outcome.TrySetResult(null);
        }

        return delivered;
    }

    /// <summary>The HTTP answer has gone out.</summary>
    public void Confirm() => written.TrySetResult(new Delivered.Sent());

    /// <summary>Nobody waits for the HTTP answer any more; what comes is said by a call.</summary>
    public void GiveUp()
    {
        outcome.TrySetResult(null);
        written.TrySetResult(new Delivered.Failed());
    }
}
