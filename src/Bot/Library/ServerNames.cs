using Bot.Storage;

namespace Bot.Library;

/// <summary>A server's own table of other names; it counts beside the shared one, for this server's questions alone.</summary>
internal sealed class ServerNames
{
    /// <param name="line">"Peking = Beijing" or "Bonaparte > Napoleon".</param>
    public ChangeResult Add(ServerId server, string by, string line) => throw new NotImplementedException();

    public ChangeResult Remove(ServerId server, string by, string line) => throw new NotImplementedException();

    /// <summary>In the order they were added.</summary>
    public IReadOnlyList<string> All(ServerId server) => throw new NotImplementedException();
}
