namespace Bot.Discord.Delivery.Gateway;

/// <summary>One WebSocket, used once. One reader and one writer at a time; <see cref="Abort"/> may be called by anyone.</summary>
internal interface IGatewaySocket : IDisposable
{
    Task ConnectAsync(Uri address, CancellationToken cancellation);

    /// <summary>The next whole message, or the other side's close frame. Throws when the connection is lost.</summary>
    Task<GatewayMessage> ReceiveAsync(CancellationToken cancellation);

    Task SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellation);

    /// <summary>Sends a close frame and does not wait for the answer, which the reader sees.</summary>
    Task CloseAsync(int code, CancellationToken cancellation);

    /// <summary>Ends the connection without a close frame; a pending receive fails.</summary>
    void Abort();
}
