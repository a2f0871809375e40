namespace Bot.Discord.Delivery.Gateway;

/// <summary>From good to bad, so that the worst of several is their maximum.</summary>
internal enum GatewayState
{
    Connected,
    Starting,
    Reconnecting,
    WaitingForBudget,
    Stopped,
    Failed,
}
