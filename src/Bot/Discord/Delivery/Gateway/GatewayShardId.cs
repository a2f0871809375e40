namespace Bot.Discord.Delivery.Gateway;

internal readonly record struct GatewayShardId(int Number, int Count);
