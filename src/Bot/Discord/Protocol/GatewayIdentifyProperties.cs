namespace Bot.Discord.Protocol;

/// <summary>What Discord wants to know of a client; names without the old "$".</summary>
internal sealed record GatewayIdentifyProperties(string Os, string Browser, string Device);
