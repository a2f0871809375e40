namespace Bot.Discord.Protocol;

internal enum InteractionContext
{
    Guild = 0,
    BotDirectMessage = 1,
    PrivateChannel = 2,
}
