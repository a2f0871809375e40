using System.Collections.Concurrent;
using System.Threading.Channels;
using Bot.Chat;
using Bot.Chat.Moderation;
using Bot.Discord.Rendering;
using Bot.Discord.Rest;
using Bot.Library;
using Bot.Storage;

namespace Bot.Discord.Commands.Moderation;

/// <summary>Posts changes into the channel that a server has chosen for it. What cannot be posted stands in the history all the same.</summary>
internal sealed partial class ChangePosts(AuditLog audit, Settings settings, DiscordRest rest, TimeProvider time, ILogger<ChangePosts> logger) : BackgroundService, IChangePosts
{
    private const int MostWaiting = 1_000;

    /// <summary>A channel that refused is left alone so long: Discord counts refusals.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<ServerId, Trouble> troubles = new();
    private readonly Channel<(ServerId Server, AuditEntry Entry)> waiting =
        System.Threading.Channels.Channel.CreateBounded<(ServerId, AuditEntry)>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public async Task<string?> TryAsync(ServerId server, string channel, CancellationToken cancellation)
    {
        troubles.TryRemove(server, out _);
        return await PostAsync(server, channel, new Block.Text("What moderators change in the lectures and settings is told here from now on."), cancellation);
    }

    public string? Problem(ServerId server) => troubles.TryGetValue(server, out var trouble) && trouble.Channel == settings.Get(server).LogChannel ? trouble.Reason : null;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        audit.Recorded += Add;
        return base.StartAsync(cancellationToken);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        audit.Recorded -= Add;
        return base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var (server, entry) in waiting.Reader.ReadAllAsync(stoppingToken))
            {
                await PostAsync(server, entry, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private void Add(ServerId server, AuditEntry entry) => waiting.Writer.TryWrite((server, entry));

    private async Task PostAsync(ServerId server, AuditEntry entry, CancellationToken cancellation)
    {
        try
        {
            if (settings.Get(server).LogChannel is { } channel && !IsPaused(server, channel))
            {
                await PostAsync(server, channel, new Block.Change(entry), cancellation);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(failure, server.Value);
        }
    }

    private async Task<string?> PostAsync(ServerId server, string channel, Block block, CancellationToken cancellation)
    {
        var message = ReplyRenderer.Notice(new Reply(ReplyKind.Answered, [block])) with { Flags = null };
        var reason = await rest.PostMessageAsync(channel, message, cancellation) switch
        {
            RestReply.Done => null,
            RestReply.Refused { Status: StatusCodes.Status403Forbidden } => "I may not write there. Give me View Channel, Send Messages and Embed Links in that channel, then choose it again.",
            RestReply.Refused { Status: StatusCodes.Status404NotFound } => "That channel is gone, or I cannot see it. Choose another.",
            RestReply.Refused or RestReply.Unreachable or RestReply.Withheld => "Discord did not take a message there just now. Try again in a minute.",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        if (reason is null)
        {
            troubles.TryRemove(server, out _);
        }
        else
        {
            troubles[server] = new Trouble(channel, reason, time.GetTimestamp());
            LogNotPosted(server.Value, reason);
        }

        return reason;
    }

    private bool IsPaused(ServerId server, string channel) =>
        troubles.TryGetValue(server, out var trouble) && trouble.Channel == channel && time.GetElapsedTime(trouble.Since) < Pause;

    private sealed record Trouble(string Channel, string Reason, long Since);

    [LoggerMessage(LogLevel.Warning, "A change of server {Server} was not told in its channel: {Reason}")]
    private partial void LogNotPosted(string server, string reason);

    [LoggerMessage(LogLevel.Error, "A change of server {Server} was not told in its channel")]
    private partial void LogFailed(Exception failure, string server);
}
