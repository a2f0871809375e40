namespace Bot.Discord.Protocol;

/// <summary>A frame that we send: ops 1, 2 and 6 only, as answers never go over the gateway.</summary>
internal sealed record GatewayCommand<TBody>(int Op, TBody D);
