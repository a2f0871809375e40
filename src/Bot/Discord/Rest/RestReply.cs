using Bot.Discord.Protocol;

namespace Bot.Discord.Rest;

/// <summary>How a call ended.</summary>
internal abstract record RestReply
{
    private RestReply()
    {
    }

    internal sealed record Done(int Status, ReadOnlyMemory<byte> Body) : RestReply;

    /// <summary>Discord answered, and said no.</summary>
    internal sealed record Refused(int Status, DiscordError Error) : RestReply;

    /// <summary>No answer came; whether Discord saw the call is unknown.</summary>
    internal sealed record Unreachable(string Reason) : RestReply;

    /// <summary>Not sent, to stay within Discord's limits.</summary>
    internal sealed record Withheld(string Reason) : RestReply;
}
