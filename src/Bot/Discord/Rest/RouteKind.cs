namespace Bot.Discord.Rest;

/// <summary>What a call may carry and which limits it counts against.</summary>
internal enum RouteKind
{
    /// <summary>Carries the bot's token and counts against the global limit.</summary>
    Bot,

    /// <summary>The first response, due within three seconds. No token of ours, no global limit.</summary>
    Callback,

    /// <summary>Edits and follow-ups under the interaction's token. No token of ours, no global limit.</summary>
    Webhook,
}
