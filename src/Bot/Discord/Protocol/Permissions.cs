namespace Bot.Discord.Protocol;

/// <summary>The bits that Clio asks about.</summary>
[Flags]
internal enum Permissions : ulong
{
    None = 0,
    Administrator = 1UL << 3,
    ManageGuild = 1UL << 5,
    SendMessages = 1UL << 11,
    EmbedLinks = 1UL << 14,
    AttachFiles = 1UL << 15,
    UseExternalApps = 1UL << 50,
}
