namespace Bot.Discord;

/// <summary>How interactions reach us; Discord uses one way at a time.</summary>
internal enum DeliveryMode
{
    Gateway,
    Http,

    /// <summary>The gateway too, through the library Discord.Net; only in builds that include it.</summary>
    DiscordNet,
}
