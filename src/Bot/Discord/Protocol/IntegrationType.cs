namespace Bot.Discord.Protocol;

/// <summary>Where an app can be installed.</summary>
internal enum IntegrationType
{
    Guild = 0,
    User = 1,
}
