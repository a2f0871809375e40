using System.Text.Json;
using System.Threading.Channels;
using Bot.Discord.Protocol;
using Bot.Discord.Rest;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Delivery;

/// <summary>
/// Takes interactions from either delivery and has them answered, without ever making the sender wait: what cannot be
/// queued is told at once that Clio is busy.
/// </summary>
internal sealed partial class InteractionDispatcher : BackgroundService
{
    // More would only fill the connection to Discord; those members see Discord's own "did not respond".
    private const int MaxBusyAnswers = 128;

    private readonly InteractionHandler handler;
    private readonly ChooseDeferral choose;
    private readonly InteractionRest rest;
    private readonly TimeProvider time;
    private readonly ILogger<InteractionDispatcher> logger;
    private readonly int workers;
    private readonly SeenInteractions seen = new();
    private readonly Channel<Pending> queue;
    private readonly CancellationTokenSource abandon = new();
    private int busyAnswers;

    public InteractionDispatcher(
        InteractionHandler handler,
        ChooseDeferral choose,
        InteractionRest rest,
        IOptions<DiscordOptions> options,
        TimeProvider time,
        ILogger<InteractionDispatcher> logger)
    {
        this.handler = handler;
        this.choose = choose;
        this.rest = rest;
        this.time = time;
        this.logger = logger;
        workers = options.Value.Workers;
        // FullMode.Wait makes TryWrite say no, where the others would drop somebody's interaction in silence.
        queue = System.Threading.Channels.Channel.CreateBounded<Pending>(new BoundedChannelOptions(options.Value.QueueLength) { FullMode = BoundedChannelFullMode.Wait });
    }

    /// <summary>For the gateway: the <c>d</c> of INTERACTION_CREATE. Returns at once; false if it will not be worked on. The element may be disposed afterwards.</summary>
    public bool TryEnqueue(JsonElement interaction)
    {
        if (InteractionReader.Read(interaction) is not { } read)
        {
            LogUnreadable();
            return false;
        }

        return TryEnqueue(read, (response, cancellation) => rest.RespondAsync(read, response, cancellation)) == Admission.Accepted;
    }

    /// <summary>For any delivery, with its way to send the first response.</summary>
    public Admission TryEnqueue(Interaction interaction, RespondAsync send)
    {
        if (interaction.Type is not (InteractionType.ApplicationCommand or InteractionType.MessageComponent
            or InteractionType.Autocomplete or InteractionType.ModalSubmit))
        {
            LogUnknown(interaction.Id, (int)interaction.Type);
            return Admission.Unknown;
        }

        if (!seen.TryAdd(interaction.Id))
        {
            LogDuplicate(interaction.Id);
            return Admission.Duplicate;
        }

        var pending = new Pending(interaction, new FirstResponse(interaction, send, rest, Choose(interaction), time));
        if (queue.Writer.TryWrite(pending))
        {
            return Admission.Accepted;
        }

        pending.First.Dispose();
        _ = SayBusyAsync(interaction, send);
        return Admission.Busy;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // What was accepted is answered if the host leaves the time.
        queue.Writer.TryComplete();
        using var _ = cancellationToken.Register(abandon.Cancel);
        if (ExecuteTask is { } work)
        {
            await work.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        abandon.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(WorkAsync, CancellationToken.None)));

    private async Task WorkAsync()
    {
        await foreach (var pending in queue.Reader.ReadAllAsync(CancellationToken.None))
        {
            using (pending.First)
            {
                await HandleAsync(pending.Interaction, pending.First);
            }
        }
    }

    private async Task HandleAsync(Interaction interaction, FirstResponse first)
    {
        try
        {
            await handler(interaction, first.RespondAsync, abandon.Token);
            if (!first.IsSettled)
            {
                LogSilent(interaction.Id);
                await ApologiseAsync(interaction, first);
            }
        }
        catch (OperationCanceledException) when (abandon.IsCancellationRequested)
        {
            LogAbandoned(interaction.Id);
        }
        catch (Exception e)
        {
            LogFailed(e, interaction.Id);
            await ApologiseAsync(interaction, first);
        }
    }

    private async Task ApologiseAsync(Interaction interaction, FirstResponse first)
    {
        if (first.IsAnswered)
        {
            return;
        }

        try
        {
            InteractionResponse apology = interaction.Type == InteractionType.Autocomplete
                ? InteractionResponse.Choices.None
                : new InteractionResponse.Reply(DispatchTexts.Apology(interaction.Id));
            await first.RespondAsync(apology, abandon.Token);
        }
        catch (Exception e)
        {
            LogFailed(e, interaction.Id);
        }
    }

    private async Task SayBusyAsync(Interaction interaction, RespondAsync send)
    {
        LogBusy(interaction.Id);
        try
        {
            if (Interlocked.Increment(ref busyAnswers) <= MaxBusyAnswers)
            {
                InteractionResponse busy = interaction.Type == InteractionType.Autocomplete
                    ? InteractionResponse.Choices.None
                    : new InteractionResponse.Reply(DispatchTexts.Busy);
                await send(busy, CancellationToken.None);
            }
        }
        catch (Exception e)
        {
            LogFailed(e, interaction.Id);
        }
        finally
        {
            Interlocked.Decrement(ref busyAnswers);
        }
    }

    private Deferral Choose(Interaction interaction)
    {
        try
        {
            return choose(interaction);
        }
        catch (Exception e)
        {
            LogFailed(e, interaction.Id);
            return Deferral.PrivateReply;
        }
    }

    [LoggerMessage(LogLevel.Warning, "An interaction without id or token was ignored")]
    private partial void LogUnreadable();

    [LoggerMessage(LogLevel.Warning, "Interaction {Interaction} has the unknown type {Type} and was ignored")]
    private partial void LogUnknown(string interaction, int type);

    [LoggerMessage(LogLevel.Information, "Interaction {Interaction} came again and was not answered twice")]
    private partial void LogDuplicate(string interaction);

    [LoggerMessage(LogLevel.Warning, "Interaction {Interaction} found the queue full")]
    private partial void LogBusy(string interaction);

    [LoggerMessage(LogLevel.Error, "Interaction {Interaction} was left without an answer by its handler")]
    private partial void LogSilent(string interaction);

    [LoggerMessage(LogLevel.Warning, "Interaction {Interaction} was abandoned: the program ends")]
    private partial void LogAbandoned(string interaction);

    [LoggerMessage(LogLevel.Error, "Interaction {Interaction} failed")]
    private partial void LogFailed(Exception exception, string interaction);

    private sealed record Pending(Interaction Interaction, FirstResponse First);
}
