using Bot.Chat;
using Bot.Discord.Protocol;
using Bot.Library;
using Bot.Storage;

namespace Bot.Discord.Commands;

/// <summary>From Discord's member to the one who asks. The one place where it is decided who is a moderator, for every command, button, select, form and letter.</summary>
internal sealed class Callers(Settings settings)
{
    /// <summary>A server is only one that installed Clio; where a member brought Clio along, it is a private conversation.</summary>
    public Caller Of(Interaction interaction)
    {
        var isInstalled = interaction.InstallingGuild is { } installing ? installing == interaction.GuildId : interaction.InstallingUser is null;
        var server = isInstalled && interaction.GuildId?.All(char.IsAsciiDigit) == true ? interaction.GuildId : null;
        return new Caller(interaction.Invoker?.Id ?? "", server, server is not null && IsModerator(interaction, server))
        {
            Channels = server is null ? [] : [.. new[] { interaction.ChannelId, interaction.Channel?.Id, interaction.Channel?.ParentId }.OfType<string>().Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>Manage Server, Administrator or the role that was chosen, in the server itself that installed Clio; what Discord hides from others proves nothing.</summary>
    private bool IsModerator(Interaction interaction, string server) =>
        interaction is { Context: InteractionContext.Guild, Member: { User.Id.Length: > 0 } member }
        && interaction.InstallingGuild == server
        && (member.Has(Permissions.Administrator | Permissions.ManageGuild) || HasRole(member, server));

    private bool HasRole(GuildMember member, string server) =>
        ServerId.From(server) is { } known && settings.Get(known).ModeratorRole is { } role && member.Roles?.Contains(role, StringComparer.Ordinal) == true;
}
