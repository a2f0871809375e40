namespace Bot.DiscordNet;

/// <summary>The right to send one IDENTIFY. Disposing gives it back if it was not spent.</summary>
/// <param name="address">Where to connect for it.</param>
public sealed class IdentifyPermit(string address, Action spend, Action giveBack) : IDisposable
{
    public string Address => address;

    /// <summary>To be called right before the frame is sent.</summary>
    public void Spend() => spend();

    public void Dispose() => giveBack();
}
