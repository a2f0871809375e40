using Bot.Chat;
using Bot.Discord.Protocol;

namespace Bot.Discord.Commands;

/// <summary>From Discord's member to the one who asks.</summary>
internal static class Callers
{
    /// <summary>A server is only one that installed Clio; where a member brought Clio along, it is a private conversation.</summary>
    public static Caller Of(Interaction interaction)
    {
        var isInstalled = interaction.InstallingGuild is { } installing ? installing == interaction.GuildId : interaction.InstallingUser is null;
        var server = isInstalled ? interaction.GuildId : null;
        var isModerator = server is not null && interaction.Member?.Has(Permissions.Administrator | Permissions.ManageGuild) == true;
        return new Caller(interaction.Invoker?.Id ?? "", server, isModerator);
    }
}
