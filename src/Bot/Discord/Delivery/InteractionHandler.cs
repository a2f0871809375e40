using Bot.Discord.Protocol;

namespace Bot.Discord.Delivery;

/// <summary>
/// Works on one interaction and answers it through <paramref name="respond"/>, once. Work that takes long needs no deferral of its
/// own: one is sent when the time is short, and the answer then becomes an edit.
/// </summary>
internal delegate Task InteractionHandler(Interaction interaction, RespondAsync respond, CancellationToken cancellation);
