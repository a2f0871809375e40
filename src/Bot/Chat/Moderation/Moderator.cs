using Bot.Storage;

namespace Bot.Chat.Moderation;

/// <summary>Somebody who may change what a server's library holds, in that server. Whoever handles what moderators do takes one of these, and there is one way to get it.</summary>
internal sealed record Moderator
{
    private Moderator(ServerId server, string userId) => (Server, UserId) = (server, userId);

    public ServerId Server { get; }

    public string UserId { get; }

    /// <summary>Null for everybody else, and in private conversations.</summary>
    public static Moderator? Of(Caller caller) =>
        caller is { IsModerator: true, UserId.Length: > 0 } && Caller.ServerOf(caller) is { } server ? new Moderator(server, caller.UserId) : null;
}
