namespace Bot.Discord.Delivery.Gateway;

/// <summary>What follows the end of a connection.</summary>
internal abstract record GatewayNext
{
    private GatewayNext() { }

    /// <summary>Go on with the session, if there is one.</summary>
    public sealed record Resume(TimeSpan AtLeast) : GatewayNext;

    /// <summary>The session is gone; start a new one.</summary>
    public sealed record Identify(TimeSpan AtLeast) : GatewayNext;

    /// <summary>Trying again cannot help.</summary>
    public sealed record Stop(string Reason) : GatewayNext;
}
