namespace Bot.Tests.FakeDiscord;

/// <summary>Who uses a moderators' command, and from where.</summary>
public enum Who
{
    /// <summary>With a permission beyond 2^53 beside.</summary>
    Administrator,
    Manager,

    /// <summary>Has the role that the server has chosen, and no permission.</summary>
    RoleHolder,
    Member,

    /// <summary>Moderates another server, and only there.</summary>
    OtherServersAdministrator,

    /// <summary>In another server, with a role of the id that this one has chosen.</summary>
    OtherServersMember,
    DirectMessage,

    /// <summary>Brought Clio along; administrates the server, which did not install it.</summary>
    UserInstall,

    /// <summary>Administrates the server; Clio was installed by another one.</summary>
    ForeignInstall,

    /// <summary>A permission text that is no number, as long as many.</summary>
    Nonsense,
}
