using Bot.Discord.Protocol;

namespace Bot.Discord.Delivery;

/// <summary>What to say when an answer takes long. It settles who will see the answer, before the answer is known.</summary>
internal enum Deferral
{
    PublicReply,
    PrivateReply,

    /// <summary>The component's message will change.</summary>
    Update,
}

/// <summary>Which deferral fits an interaction; called before its handler.</summary>
internal delegate Deferral ChooseDeferral(Interaction interaction);
