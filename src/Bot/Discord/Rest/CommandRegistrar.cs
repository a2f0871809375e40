using System.Diagnostics;
using Bot.Discord.Protocol;

namespace Bot.Discord.Rest;

/// <summary>Brings the registered commands in step with ours. Unchanged commands are left alone: replacing them costs a daily allowance.</summary>
internal sealed partial class CommandRegistrar(DiscordRest rest, ILogger<CommandRegistrar> logger)
{
    /// <summary>Never throws for what Discord says: Clio goes on with the commands that are there.</summary>
    /// <param name="guildId">Null for the global commands.</param>
    public async Task<CommandSync> SyncAsync(
        string applicationId, string? guildId, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellation)
    {
        var wanted = guildId is null ? commands : [.. commands.Select(command => command with { Contexts = null, IntegrationTypes = null })];
        try
        {
            var registered = await rest.GetCommandsAsync(applicationId, guildId, cancellation);
            if (CommandComparison.AreSame(wanted, registered))
            {
                LogUnchanged(wanted.Count);
                return new CommandSync.Unchanged();
            }
        }
        catch (DiscordRestException e)
        {
            LogRefused(e.Message);
            return new CommandSync.Refused(e.Message);
        }

        var reply = await rest.PutCommandsAsync(applicationId, guildId, wanted, cancellation);
        switch (reply)
        {
            case RestReply.Done:
                LogReplaced(wanted.Count);
                return new CommandSync.Replaced();
            case RestReply.Refused refused:
                LogRefused(refused.Error.ToString());
                return new CommandSync.Refused(refused.Error.ToString());
            case RestReply.Unreachable unreachable:
                LogRefused(unreachable.Reason);
                return new CommandSync.Refused(unreachable.Reason);
            case RestReply.Withheld withheld:
                LogRefused(withheld.Reason);
                return new CommandSync.Refused(withheld.Reason);
            default:
                throw new UnreachableException();
        }
    }

    [LoggerMessage(LogLevel.Information, "Commands are registered as they are: {Count}")]
    private partial void LogUnchanged(int count);

    [LoggerMessage(LogLevel.Information, "Commands replaced: {Count}")]
    private partial void LogReplaced(int count);

    [LoggerMessage(LogLevel.Error, "Commands could not be registered, the old ones stay: {Reason}")]
    private partial void LogRefused(string reason);
}
