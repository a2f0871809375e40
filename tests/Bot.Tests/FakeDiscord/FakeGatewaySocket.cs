using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;
using Bot.Discord.Delivery.Gateway;

namespace Bot.Tests.FakeDiscord;

/// <summary>A socket without a network, for what a real one does only by chance: sends that never end, closes that hang.</summary>
internal sealed class FakeGatewaySocket : IGatewaySocket
{
    private readonly Channel<GatewayMessage> inbound = Channel.CreateUnbounded<GatewayMessage>();
    private readonly TaskCompletionSource never = new();

    public List<string> Sent { get; } = [];

    /// <summary>Sends take nothing any more, like TCP to a machine that has been switched off.</summary>
    public bool IsStuck { get; set; }

    /// <summary>Connecting takes until it is cancelled.</summary>
    public bool NeverConnects { get; set; }

    public bool IsDisposed { get; private set; }

    /// <summary>The bot receives this.</summary>
    public void Say(string text) => inbound.Writer.TryWrite(new GatewayMessage.Whole(Encoding.UTF8.GetBytes(text)));

    /// <summary>A receive fails with this.</summary>
    public void Fail(Exception exception) => inbound.Writer.TryComplete(exception);

    public Task ConnectAsync(Uri address, CancellationToken cancellation) =>
        NeverConnects ? never.Task.WaitAsync(cancellation) : Task.CompletedTask;

    public async Task<GatewayMessage> ReceiveAsync(CancellationToken cancellation) => await inbound.Reader.ReadAsync(cancellation);

    public Task SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellation)
    {
        if (IsStuck)
        {
            return never.Task.WaitAsync(cancellation);
        }

        Sent.Add(Encoding.UTF8.GetString(frame.Span));
        return Task.CompletedTask;
    }

    public Task CloseAsync(int code, CancellationToken cancellation)
    {
        if (IsStuck)
        {
            return never.Task.WaitAsync(cancellation);
        }

        Sent.Add($"close {code}");
        inbound.Writer.TryWrite(new GatewayMessage.Closed(1000));
        return Task.CompletedTask;
    }

    public void Abort() => inbound.Writer.TryComplete(new WebSocketException(WebSocketError.ConnectionClosedPrematurely));

    public void Dispose() => IsDisposed = true;
}
