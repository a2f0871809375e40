using Bot.Storage;

namespace Bot.Chat.Moderation;

/// <summary>Tells changes in a channel of the server's choice; how that is done is the medium's affair.</summary>
internal interface IChangePosts
{
    /// <summary>Posts a first word there.</summary>
    /// <returns>Why it cannot be done and what to do, for a moderator; null where it can.</returns>
    Task<string?> TryAsync(ServerId server, string channel, CancellationToken cancellation);

    /// <summary>Why changes were not told lately; null where they are.</summary>
    string? Problem(ServerId server);
}
