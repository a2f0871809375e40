namespace Bot.Chat;

/// <summary>Who asks.</summary>
/// <param name="ServerId">Null in a private conversation.</param>
/// <param name="IsModerator">Whether they may change what the server's library holds.</param>
public sealed record Caller(string UserId, string? ServerId, bool IsModerator);
