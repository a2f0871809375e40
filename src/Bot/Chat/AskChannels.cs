using Bot.Library;

namespace Bot.Chat;

/// <summary>Where a server wants questions to be asked.</summary>
internal sealed class AskChannels(Settings settings)
{
    /// <summary>Null where they may be asked.</summary>
    public Reply? Refusal(Caller caller)
    {
        var allowed = settings.Get(Caller.ServerOf(caller)).Channels;
        return allowed.Count == 0 || Caller.ServerOf(caller) is null || caller.Channels.Any(channel => allowed.Contains(channel, StringComparer.Ordinal))
            ? null
            : new Reply(ReplyKind.Refused, [new Block.Text("Questions are answered in other channels of this server:"), new Block.Reference("Ask in", ReferenceKind.Channel, allowed)]);
    }
}
