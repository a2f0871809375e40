namespace Bot.Discord.Delivery.Gateway;

/// <summary>Why a connection ended.</summary>
internal abstract record GatewayEnd
{
    private GatewayEnd() { }

    /// <summary>No connection came about, or (before an IDENTIFY) Discord could not be asked for the address.</summary>
    public sealed record Unreachable(string Why) : GatewayEnd;

    /// <summary>The socket opened and HELLO did not come.</summary>
    public sealed record NoHello : GatewayEnd;

    /// <summary>Lost without a close code.</summary>
    public sealed record Lost(string Why) : GatewayEnd;

    public sealed record Closed(int Code) : GatewayEnd;

    /// <summary>A heartbeat was not acknowledged before the next was due.</summary>
    public sealed record Silent : GatewayEnd;

    /// <summary>Op 7.</summary>
    public sealed record ReconnectAsked : GatewayEnd;

    /// <summary>Op 9.</summary>
    public sealed record SessionInvalid(bool Resumable) : GatewayEnd;

    /// <summary>By us: a stop, or a forced new session.</summary>
    public sealed record Interrupted : GatewayEnd;
}
