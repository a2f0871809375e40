using Bot.Storage;

namespace Bot.Library;

/// <summary>Servers' settings, as they were last known where the store cannot be read.</summary>
internal sealed class Settings
{
    /// <param name="server">Null in a private conversation: the defaults.</param>
    public ServerSettings Get(ServerId? server) => throw new NotImplementedException();

    /// <summary>Numbers are moved into their ranges.</summary>
    /// <returns>The settings as they are now.</returns>
    public ServerSettings Change(ServerId server, string by, Func<ServerSettings, ServerSettings> change) => throw new NotImplementedException();
}
