using Bot.Discord.Commands;
using Bot.Discord.Rest;
using Bot.Library;
using Lectures.Indexing;
using Microsoft.Extensions.Options;

namespace Bot.Discord;

/// <summary>What is done once at the start, beside the deliveries and never in their way: the library, the check of the delivery, the commands.</summary>
internal sealed partial class DiscordStart(
    SharedLibrary library,
    ServerIndexes servers,
    ReindexJobs jobs,
    DeliveryCheck check,
    CommandRegistrar registrar,
    DiscordHealth health,
    IOptions<DiscordOptions> options,
    ILogger<DiscordStart> logger) : BackgroundService
{
    private readonly TaskCompletionSource<string> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The gateway is ready; the commands are registered then, once a process.</summary>
    /// <param name="applicationId">Empty if Discord left it out.</param>
    public void Ready(string applicationId) => ready.TrySetResult(applicationId);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Task.Run(() => ReadLibraryAsync(stoppingToken), stoppingToken),
        Task.Run(() => RegisterAsync(stoppingToken), stoppingToken));

    private async Task RegisterAsync(CancellationToken stopping)
    {
        try
        {
            var fromReady = options.Value.Delivery == DeliveryMode.Http ? "" : await ready.Task.WaitAsync(stopping);
            var checkedId = await check.RunAsync(stopping);
            var applicationId = fromReady.Length > 0 ? fromReady : checkedId;
            if (applicationId is { Length: > 0 })
            {
                await registrar.SyncAsync(applicationId, guildId: null, ApplicationCommands.All, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
        catch (Exception e)
        {
            // The commands of the last start are still there.
            LogNotRegistered(e);
        }
    }

    private async Task ReadLibraryAsync(CancellationToken stopping)
    {
        try
        {
            switch (await library.IndexAsync(all: false, progress: null, stopping))
            {
                case IndexOutcome.InStep { Report: var report }:
                    LogInStep(report.Passages, report.Rejected.Count);
                    break;
                case IndexOutcome.Busy:
                    LogBusy();
                    break;
                case IndexOutcome.Failed failed:
                    health.SetIndexFailure(failed.Reason);
                    LogNotRead(failed.Reason);
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }

            jobs.MarkInterrupted();
            await servers.HealAllAsync(stopping);

            // Lists for autocomplete are made when first asked for; nobody should wait for that.
            using var lease = library.Lease();
            _ = lease?.Catalog;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
        catch (Exception e)
        {
            health.SetIndexFailure("it could not be read; the log says why");
            LogFailed(e);
        }
    }

    [LoggerMessage(LogLevel.Information, "The library is in step: {Passages} passages, {Rejected} files rejected")]
    private partial void LogInStep(int passages, int rejected);

    [LoggerMessage(LogLevel.Information, "Another process is indexing the library; questions are answered from the last commit")]
    private partial void LogBusy();

    [LoggerMessage(LogLevel.Error, "The library could not be brought in step: {Reason}")]
    private partial void LogNotRead(string reason);

    [LoggerMessage(LogLevel.Error, "The library could not be brought in step")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(LogLevel.Error, "The commands could not be registered")]
    private partial void LogNotRegistered(Exception exception);
}
