namespace Bot.Discord.Protocol;

internal enum ButtonStyle
{
    Unknown = 0,
    Primary = 1,
    Secondary = 2,
    Success = 3,
    Danger = 4,
    Link = 5,
}
