using System.Diagnostics;

namespace Bot.Discord.Delivery.Gateway;

/// <summary>The table of close codes and other ends, from Discord's "Opcodes and Status Codes" and "Gateway" pages.</summary>
internal static class GatewayVerdict
{
    public const string TokenRefused = "Discord refused the token (401); check Discord:Token";

    /// <summary>120 sends a minute are allowed; after 4008 a whole window must pass.</summary>
    private static readonly TimeSpan SendWindow = TimeSpan.FromSeconds(60);

    /// <param name="identified">Whether the connection had sent IDENTIFY rather than RESUME.</param>
    /// <param name="chance">In [0, 1), for the wait after op 9.</param>
    public static GatewayNext After(GatewayEnd end, bool identified, double chance) => end switch
    {
        GatewayEnd.Closed closed => AfterClose(closed.Code),
        GatewayEnd.SessionInvalid { Resumable: true } => new GatewayNext.Resume(TimeSpan.Zero),
        // One to five seconds is old advice of Discord's staff; IDENTIFYs have a floor of five seconds anyway.
        GatewayEnd.SessionInvalid => new GatewayNext.Identify(TimeSpan.FromSeconds(identified ? 6 : 1 + (4 * chance))),
        GatewayEnd.Unreachable or GatewayEnd.NoHello or GatewayEnd.Lost or GatewayEnd.Silent
            or GatewayEnd.ReconnectAsked or GatewayEnd.Interrupted => new GatewayNext.Resume(TimeSpan.Zero),
        _ => throw new UnreachableException(),
    };

    /// <summary>The code that we close with: anything but 1000 and 1001 keeps the session. Null: nobody is there to read it.</summary>
    public static int? CloseCode(GatewayEnd end, bool endSession) => end switch
    {
        GatewayEnd.Interrupted => endSession ? 1000 : 4000,
        GatewayEnd.NoHello or GatewayEnd.Silent or GatewayEnd.ReconnectAsked or GatewayEnd.SessionInvalid => 4000,
        GatewayEnd.Lost or GatewayEnd.Closed or GatewayEnd.Unreachable => null,
        _ => throw new UnreachableException(),
    };

    public static string Words(GatewayEnd end) => end switch
    {
        GatewayEnd.Unreachable unreachable => unreachable.Why,
        GatewayEnd.NoHello => "Discord accepted the connection and did not say HELLO",
        GatewayEnd.Lost lost => lost.Why,
        GatewayEnd.Closed closed => $"Discord closed the connection with {closed.Code} ({Meaning(closed.Code)})",
        GatewayEnd.Silent => "Discord stopped acknowledging heartbeats",
        GatewayEnd.ReconnectAsked => "Discord asked for a reconnect",
        GatewayEnd.SessionInvalid { Resumable: true } => "Discord asked to resume the session",
        GatewayEnd.SessionInvalid => "Discord declared the session invalid",
        GatewayEnd.Interrupted => "the connection was ended on request",
        _ => throw new UnreachableException(),
    };

    private static GatewayNext AfterClose(int code) => code switch
    {
        4003 or 4006 or 4007 or 4009 => new GatewayNext.Identify(TimeSpan.Zero),
        4004 or (>= 4010 and <= 4014) => new GatewayNext.Stop($"Discord closed the connection with {code}: {Meaning(code)}"),
        4008 => new GatewayNext.Resume(SendWindow),
        _ => new GatewayNext.Resume(TimeSpan.Zero),
    };

    private static string Meaning(int code) => code switch
    {
        1000 or 1001 => "ordinary end",
        4000 => "unknown error",
        4001 => "we sent an unknown opcode",
        4002 => "we sent a payload that Discord could not decode",
        4003 => "not authenticated",
        4004 => "the token is wrong; check Discord:Token",
        4005 => "we identified twice",
        4007 => "invalid sequence number",
        4008 => "we sent too fast",
        4009 => "the session timed out",
        4010 => "invalid shard; check Discord:Gateway:Shards",
        4011 => "sharding is required; set Discord:Gateway:Shards to auto",
        4012 => "this version of the gateway is no longer served; update the bot",
        4013 => "invalid intents; check Discord:Gateway:Intents",
        4014 => "intents that are not enabled for this application; check Discord:Gateway:Intents",
        _ => "no documented meaning",
    };
}
