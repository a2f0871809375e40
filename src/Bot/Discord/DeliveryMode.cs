namespace Bot.Discord;

/// <summary>How interactions reach us; Discord uses one way at a time.</summary>
internal enum DeliveryMode
{
    Gateway,
    Http,
}
