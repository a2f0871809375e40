using Bot.Storage;

namespace Bot.Chat;

/// <summary>Who asks.</summary>
/// <param name="ServerId">Null in a private conversation.</param>
/// <param name="IsModerator">Whether they may change what the server's library holds.</param>
public sealed record Caller(string UserId, string? ServerId, bool IsModerator)
{
    /// <summary>The channel they write in, and the one that it is a thread of; empty in a private conversation.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>Whose uploads and names count; null in a private conversation.</summary>
    /// <param name="caller">Null at the terminal, which has a library of its own.</param>
    public static ServerId? ServerOf(Caller? caller) => caller is null ? Storage.ServerId.Local : Storage.ServerId.From(caller.ServerId);
}
