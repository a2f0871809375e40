namespace Bot.Discord.Protocol;

internal enum TextInputStyle
{
    Unknown = 0,
    Short = 1,
    Paragraph = 2,
}
