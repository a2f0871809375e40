using System.Net.WebSockets;

namespace Bot.Discord.Delivery.Gateway;

/// <summary>The real socket: uncompressed text over TLS.</summary>
internal sealed class GatewaySocket : IGatewaySocket
{
    /// <summary>Nothing documents the largest message; READY of the biggest shard is far below this.</summary>
    private const int LargestMessage = 16 * 1024 * 1024;
    private const int FirstBuffer = 16 * 1024;

    private readonly ClientWebSocket socket = new();
    private byte[] buffer = new byte[FirstBuffer];

    public GatewaySocket()
    {
        // The heartbeats watch the connection; pings of the framework would run on a clock that tests cannot move.
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
    }

    public Task ConnectAsync(Uri address, CancellationToken cancellation) => socket.ConnectAsync(address, cancellation);

    public async Task<GatewayMessage> ReceiveAsync(CancellationToken cancellation)
    {
        ShrinkBuffer();
        var length = 0;
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(length), cancellation);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return new GatewayMessage.Closed(socket.CloseStatus is WebSocketCloseStatus.Empty ? null : (int?)socket.CloseStatus);
            }

            length += received.Count;
            if (received.EndOfMessage)
            {
                return new GatewayMessage.Whole(buffer.AsMemory(0, length));
            }

            if (length == buffer.Length)
            {
                GrowBuffer();
            }
        }
    }

    public Task SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellation) =>
        socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, cancellation).AsTask();

    public Task CloseAsync(int code, CancellationToken cancellation) =>
        socket.State is WebSocketState.Open or WebSocketState.CloseReceived
            ? socket.CloseOutputAsync((WebSocketCloseStatus)code, null, cancellation)
            : Task.CompletedTask;

    public void Abort() => socket.Abort();

    public void Dispose() => socket.Dispose();

    private void GrowBuffer()
    {
        if (buffer.Length >= LargestMessage)
        {
            throw new InvalidDataException($"A gateway message is larger than {LargestMessage} bytes");
        }

        Array.Resize(ref buffer, buffer.Length * 2);
    }

    // READY may need a megabyte once; interactions need a few kilobytes for months.
    private void ShrinkBuffer()
    {
        if (buffer.Length > FirstBuffer * 4)
        {
            buffer = new byte[FirstBuffer];
        }
    }
}
