namespace Bot.Chat.Moderation;

/// <summary>What moderators can set.</summary>
internal enum ServerSetting
{
    Moderators,
    Channels,
    Answers,
    Excerpts,
    Confidence,
    Pace,
    Retention,
    Log,
}
