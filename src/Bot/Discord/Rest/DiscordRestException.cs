using System.Diagnostics;
using Bot.Discord.Protocol;

namespace Bot.Discord.Rest;

/// <summary>A bot route did not give what was asked for. The message holds no token and is meant for the log.</summary>
internal sealed class DiscordRestException(string message, int? status, DiscordError? error) : Exception(message)
{
    public int? Status { get; } = status;

    public DiscordError? Error { get; } = error;

    public static DiscordRestException From(RestCall call, RestReply reply) => reply switch
    {
        RestReply.Done done => new($"{call} answered {done.Status} with a body that cannot be read", done.Status, null),
        RestReply.Refused refused => new($"{call} was refused: {refused.Status}, {refused.Error}", refused.Status, refused.Error),
        RestReply.Unreachable unreachable => new($"{call} got no answer: {unreachable.Reason}", null, null),
        RestReply.Withheld withheld => new($"{call} was not sent: {withheld.Reason}", null, null),
        _ => throw new UnreachableException(),
    };
}
