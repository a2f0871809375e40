namespace Bot.Discord.Delivery.Gateway;

/// <summary>Runs the gateway as long as the program. Stopping keeps the sessions for the process that starts next.</summary>
internal sealed class GatewayService(IGatewayDelivery delivery) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => delivery.RunAsync(stoppingToken);
}
