namespace Bot.Discord.Protocol;

/// <summary>The error codes that Clio treats apart from the rest.</summary>
internal static class DiscordErrorCodes
{
    /// <summary>The token is spent, or the deferral that would make it valid is not there yet.</summary>
    public const int UnknownWebhook = 10015;

    /// <summary>The message is gone, or not there yet.</summary>
    public const int UnknownMessage = 10008;

    /// <summary>Three seconds are over, or it was answered by somebody else's replay.</summary>
    public const int UnknownInteraction = 10062;

    public const int AlreadyAcknowledged = 40060;

    public const int TooManyFollowUps = 40094;

    /// <summary>This interaction's token is dead; the bot's is not.</summary>
    public const int InvalidWebhookToken = 50027;

    public const int InvalidFormBody = 50035;
}
