namespace Bot.Discord.Protocol;

internal enum CommandType
{
    Unknown = 0,
    ChatInput = 1,
    User = 2,
    Message = 3,
    PrimaryEntryPoint = 4,
}
