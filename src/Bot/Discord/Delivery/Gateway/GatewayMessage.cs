namespace Bot.Discord.Delivery.Gateway;

internal abstract record GatewayMessage
{
    private GatewayMessage() { }

    /// <summary>The bytes are valid until the next receive.</summary>
    public sealed record Whole(ReadOnlyMemory<byte> Bytes) : GatewayMessage;

    /// <param name="Code">Null if the close frame carried none.</param>
    public sealed record Closed(int? Code) : GatewayMessage;
}
