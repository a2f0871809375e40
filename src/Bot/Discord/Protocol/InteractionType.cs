namespace Bot.Discord.Protocol;

/// <summary>Other numbers may come; they stay what they are and match no case.</summary>
internal enum InteractionType
{
    Unknown = 0,
    Ping = 1,
    ApplicationCommand = 2,
    MessageComponent = 3,
    Autocomplete = 4,
    ModalSubmit = 5,
}
