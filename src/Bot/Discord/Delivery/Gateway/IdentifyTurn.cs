using Bot.Discord.Protocol;

namespace Bot.Discord.Delivery.Gateway;

/// <summary>The right to send one IDENTIFY. Disposing gives back what was not used.</summary>
internal sealed class IdentifyTurn(GatewayBot bot, Action<bool> release) : IDisposable
{
    private int released;

    public GatewayBot Bot => bot;

    public bool IsSpent { get; private set; }

    /// <summary>Called right before the frame is sent; the five seconds until the next one begin here.</summary>
    public void Spend() => Release(isSpent: true);

    public void Dispose() => Release(isSpent: false);

    private void Release(bool isSpent)
    {
        if (Interlocked.Exchange(ref released, 1) == 0)
        {
            IsSpent = isSpent;
            release(isSpent);
        }
    }
}
