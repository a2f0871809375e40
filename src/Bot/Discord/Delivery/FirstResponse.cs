using System.Diagnostics;
using Bot.Discord.Protocol;
using Bot.Discord.Rest;

namespace Bot.Discord.Delivery;

/// <summary>
/// The first response to one interaction: the answer itself if it is ready in time, else a deferral that the answer then
/// replaces. The clock runs from the moment the interaction came, waiting in the queue included.
/// </summary>
internal sealed class FirstResponse : IDisposable
{
    /// <summary>Discord waits three seconds; half of it is left for the way there.</summary>
    public static readonly TimeSpan DeferAfter = TimeSpan.FromSeconds(1.5);

    /// <summary>A list of choices is useless once the member has typed on.</summary>
    public static readonly TimeSpan ChoicesAfter = TimeSpan.FromMilliseconds(350);

    private readonly Interaction interaction;
    private readonly RespondAsync send;
    private readonly InteractionRest rest;
    private readonly Lock gate = new();
    private readonly ITimer timer;
    private Deferral kind;
    private Task<Delivered>? deferral;
    private bool isAnswered;
    private bool isTakenOver;

    public FirstResponse(Interaction interaction, RespondAsync send, InteractionRest rest, Deferral kind, TimeProvider time)
    {
        this.interaction = interaction;
        this.send = send;
        this.rest = rest;
        this.kind = kind;
        var due = interaction.Type == InteractionType.Autocomplete ? ChoicesAfter : DeferAfter;
        timer = time.CreateTimer(static self => ((FirstResponse?)self)?.OnDue(), this, due, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The handler has answered, or has deferred by itself and goes on by edits.</summary>
    public bool IsSettled
    {
        get
        {
            lock (gate)
            {
                return isAnswered || isTakenOver;
            }
        }
    }

    /// <summary>Whether the answer itself is out, or on its way.</summary>
    public bool IsAnswered
    {
        get
        {
            lock (gate)
            {
                return isAnswered;
            }
        }
    }

    public async Task<Delivered> RespondAsync(InteractionResponse response, CancellationToken cancellation)
    {
        RequireLegal(response);
        var pending = response is InteractionResponse.DeferredReply or InteractionResponse.DeferredUpdate
            ? Defer(response, cancellation)
            : Answer();
        if (pending is null)
        {
            return await send(response, cancellation);
        }

        var deferred = await pending;
        if (response is InteractionResponse.DeferredReply or InteractionResponse.DeferredUpdate)
        {
            return deferred;
        }

        return deferred switch
        {
            Delivered.Sent => await ReplaceAsync(response, cancellation),
            Delivered.Failed => await SendAfterFailureAsync(response, cancellation),
            Delivered.AlreadyAnswered or Delivered.Gone => deferred,
            _ => throw new UnreachableException(),
        };
    }

    public void Dispose() => timer.Dispose();

    private void OnDue()
    {
        lock (gate)
        {
            if (!isAnswered && deferral is null)
            {
                deferral = Task.Run(() => send(DeferralFor(), CancellationToken.None));
            }
        }
    }

    private InteractionResponse DeferralFor() => (interaction.Type, kind) switch
    {
        (InteractionType.Autocomplete, _) => InteractionResponse.Choices.None,
        (InteractionType.MessageComponent, Deferral.Update) => new InteractionResponse.DeferredUpdate(),
        (_, Deferral.PublicReply) => InteractionResponse.DeferredReply.Public,
        _ => InteractionResponse.DeferredReply.Private,
    };

    /// <summary>The handler's own deferral; the one that was sent before if the clock was faster.</summary>
    private Task<Delivered> Defer(InteractionResponse response, CancellationToken cancellation)
    {
        lock (gate)
        {
            RequireUnanswered();
            isTakenOver = true;
            if (deferral is null)
            {
                timer.Dispose();
                kind = response switch
                {
                    InteractionResponse.DeferredUpdate => Deferral.Update,
                    InteractionResponse.DeferredReply { Data: null } => Deferral.PublicReply,
                    _ => Deferral.PrivateReply,
                };
                deferral = Task.Run(() => send(response, cancellation), cancellation);
            }

            return deferral;
        }
    }

    private Task<Delivered>? Answer()
    {
        lock (gate)
        {
            RequireUnanswered();
            isAnswered = true;
            timer.Dispose();
            return deferral;
        }
    }

    private Task<Delivered> ReplaceAsync(InteractionResponse response, CancellationToken cancellation)
    {
        var isUpdate = kind == Deferral.Update && interaction.Type == InteractionType.MessageComponent;
        return response switch
        {
            // Shown to everyone would be a message meant for one: the public "thinking" goes, a private message comes.
            InteractionResponse.Reply { Data.IsEphemeral: true } reply when kind == Deferral.PublicReply => ReplaceByPrivateAsync(reply.Data, cancellation),
            InteractionResponse.Reply reply when isUpdate => rest.FollowUpAsync(interaction, reply.Data, cancellation),
            InteractionResponse.Reply reply => rest.EditOriginalAsync(interaction, reply.Data.ToEdit(), cancellation, afterDeferral: true),
            InteractionResponse.Update update => rest.EditOriginalAsync(interaction, update.Data, cancellation, afterDeferral: true),
            InteractionResponse.Modal when isUpdate => rest.FollowUpAsync(interaction, DispatchTexts.FormTooLate, cancellation),
            InteractionResponse.Modal => rest.EditOriginalAsync(interaction, DispatchTexts.FormTooLate.ToEdit(), cancellation, afterDeferral: true),
            InteractionResponse.Choices => Task.FromResult<Delivered>(new Delivered.AlreadyAnswered()),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<Delivered> ReplaceByPrivateAsync(MessageCreate message, CancellationToken cancellation)
    {
        await rest.DeleteOriginalAsync(interaction, cancellation);
        return await rest.FollowUpAsync(interaction, message, cancellation);
    }

    /// <summary>Whether the deferral reached Discord is unknown: if it did, a second response is refused and an edit is right.</summary>
    private async Task<Delivered> SendAfterFailureAsync(InteractionResponse response, CancellationToken cancellation) =>
        await send(response, cancellation) is var sent && sent is Delivered.AlreadyAnswered ? await ReplaceAsync(response, cancellation) : sent;

    private void RequireUnanswered()
    {
        if (isAnswered)
        {
            throw new InvalidOperationException("An interaction is answered once; say more with a follow-up or an edit.");
        }
    }

    private void RequireLegal(InteractionResponse response)
    {
        var isLegal = response switch
        {
            InteractionResponse.Choices => interaction.Type == InteractionType.Autocomplete,
            _ when interaction.Type == InteractionType.Autocomplete => false,
            InteractionResponse.Update or InteractionResponse.DeferredUpdate => interaction.Type == InteractionType.MessageComponent,
            InteractionResponse.Modal => interaction.Type != InteractionType.ModalSubmit,
            InteractionResponse.Pong => false,
            _ => true,
        };
        if (!isLegal)
        {
            throw new InvalidOperationException($"{response.GetType().Name} is no answer to {interaction.Type}.");
        }
    }
}
