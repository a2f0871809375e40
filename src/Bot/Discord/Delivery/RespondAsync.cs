using Bot.Discord.Protocol;
using Bot.Discord.Rest;

namespace Bot.Discord.Delivery;

/// <summary>Sends the first response; what differs between gateway and HTTP delivery is this delegate alone.</summary>
internal delegate Task<Delivered> RespondAsync(InteractionResponse response, CancellationToken cancellation);
