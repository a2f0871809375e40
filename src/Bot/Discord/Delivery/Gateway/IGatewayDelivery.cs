namespace Bot.Discord.Delivery.Gateway;

/// <summary>Interactions by gateway, whoever speaks to it: our own client or Discord.Net.</summary>
internal interface IGatewayDelivery
{
    GatewayHealth Health { get; }

    /// <summary>Runs until it is stopped; once only. A fault never ends it, a misconfiguration only shows in <see cref="Health"/>.</summary>
    Task RunAsync(CancellationToken stopping);
}
