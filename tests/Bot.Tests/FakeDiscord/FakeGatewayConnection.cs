using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.FakeDiscord;

/// <summary>One connection of the bot, from the server's side: what a script sends, expects and breaks.</summary>
internal sealed class FakeGatewayConnection(FakeGateway gateway, HttpContext context, WebSocket socket, int number)
{
    private readonly Channel<JsonElement> inbound = Channel.CreateUnbounded<JsonElement>();
    private readonly TaskCompletionSource gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource frozen = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool isFrozen;

    public FakeGateway Gateway => gateway;

    public int Number => number;

    public string Path { get; } = context.Request.Path;

    public string Query { get; } = context.Request.QueryString.Value ?? "";

    /// <summary>The background responder: op 1 → op 11.</summary>
    public bool Acknowledges { get; set; } = true;

    public bool SaidHello { get; private set; }

    /// <summary>IDENTIFYs and RESUMEs of this connection.</summary>
    public int Handshakes { get; set; }

    public FakeGatewaySession? Session { get; private set; }

    public bool IsLive => !gone.Task.IsCompleted;

    /// <summary>Completes when the connection is over, whoever ended it.</summary>
    public Task Gone => gone.Task;

    public Task HelloAsync(int interval = 200)
    {
        SaidHello = true;
        return SendAsync($$$"""{"op":10,"s":null,"t":null,"d":{"heartbeat_interval":{{{interval}}},"_trace":["fake"]}}""");
    }

    /// <summary>Begins a session. Extra members as in ',"private_channels":[]'.</summary>
    public Task ReadyAsync(string guilds = "", string extra = "")
    {
        Session = gateway.Begin(this);
        return SendAsync(Session.Add("READY", $$$"""
            {"v":10,"user":{"id":"100"},"guilds":[{{{guilds}}}],"session_id":"{{{Session.Id}}}",
            "resume_gateway_url":"{{{gateway.ResumeUrl(Session)}}}","application":{"id":"4711","flags":0}{{{extra}}}}
            """));
    }

    /// <summary>Replays what the bot missed and ends with RESUMED; op 9 for a session that is unknown.</summary>
    public async Task AcceptResumeAsync(JsonElement body)
    {
        Session = gateway.Find(body.GetProperty("session_id").GetString());
        if (Session is null)
        {
            await InvalidSessionAsync(resumable: false);
            return;
        }

        await Session.Sending.WaitAsync();
        try
        {
            foreach (var frame in Session.After(body.GetProperty("seq").GetInt64()))
            {
                await SendAsync(frame);
            }

            Session.Carrier = this;
            await SendAsync(Session.Add("RESUMED", "{}"));
        }
        finally
        {
            Session.Sending.Release();
        }
    }

    /// <summary>An event of the session, with the next sequence number.</summary>
    public Task DispatchAsync(string type, string body = "{}") => FakeGateway.DispatchAsync(Session!, type, body);

    public Task InteractionAsync(string id) => DispatchAsync("INTERACTION_CREATE", $$"""{"id":"{{id}}","type":2,"token":"t{{id}}"}""");

    public Task ReconnectAsync() => SendAsync("""{"op":7,"s":null,"t":null,"d":null}""");

    public Task InvalidSessionAsync(bool resumable) => SendAsync($$"""{"op":9,"s":null,"t":null,"d":{{(resumable ? "true" : "false")}}}""");

    public Task AskHeartbeatAsync() => SendAsync("""{"op":1,"s":null,"t":null,"d":null}""");

    /// <summary>Any text, in as many WebSocket frames as asked.</summary>
    public async Task SendAsync(string text, int parts = 1)
    {
        await Sending.WaitAsync();
        try
        {
            await WriteAsync(text, parts);
        }
        finally
        {
            Sending.Release();
        }
    }

    /// <summary>The body of the next frame that is no heartbeat; it must have this op.</summary>
    public async Task<JsonElement> ExpectAsync(int op, CancellationToken cancellation)
    {
        var frame = await NextAsync(cancellation);
        var given = frame.GetProperty("op").GetInt32();
        if (given != op)
        {
            gateway.Penalties.Blame($"connection {number} sent op {given} where op {op} was due");
        }

        return frame.GetProperty("d");
    }

    /// <summary>The next frame that is no heartbeat.</summary>
    public async Task<JsonElement> NextAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var frame = await inbound.Reader.ReadAsync(cancellation);
            if (frame.GetProperty("op").GetInt32() != 1)
            {
                return frame;
            }
        }
    }

    /// <param name="code">Null: a close frame without a code.</param>
    public async Task CloseAsync(int? code)
    {
        await Sending.WaitAsync();
        try
        {
            gateway.Note(this, "close-out", code?.ToString() ?? "none");
            await socket.CloseOutputAsync((WebSocketCloseStatus?)code ?? WebSocketCloseStatus.Empty, null, CancellationToken.None);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
        }
        finally
        {
            Sending.Release();
        }
    }

    /// <summary>Ends the TCP connection without a word.</summary>
    public void Reset()
    {
        gateway.Note(this, "reset", "");
        context.Abort();
    }

    /// <summary>From now on nothing is read, answered or acknowledged; the connection stays open.</summary>
    public void Freeze() => isFrozen = true;

    /// <summary>Reads on, and so sees what the bot did meanwhile.</summary>
    public void Thaw()
    {
        isFrozen = false;
        frozen.TrySetResult();
    }

    /// <summary>Reads until the bot has closed or lost the connection.</summary>
    public async Task ServeAsync(CancellationToken cancellation)
    {
        var how = "none";
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                var received = await socket.ReceiveAsync(buffer, cancellation);
                if (isFrozen)
                {
                    await frozen.Task.WaitAsync(cancellation);
                }

                if (received.MessageType == WebSocketMessageType.Close)
                {
                    how = ((int?)received.CloseStatus)?.ToString() ?? "none";
                    break;
                }

                await AcceptAsync(Encoding.UTF8.GetString(buffer, 0, received.Count));
            }

            gateway.Ended(this, how);
            if (socket.State == WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellation);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            gateway.Ended(this, how);
        }
        finally
        {
            inbound.Writer.TryComplete();
            gone.TrySetResult();
        }
    }

    private SemaphoreSlim Sending { get; } = new(1);

    private async Task AcceptAsync(string text)
    {
        JsonElement? frame = null;
        try
        {
            frame = JsonElement.Parse(text);
        }
        catch (JsonException)
        {
        }

        gateway.Penalties.Count(this, text, frame);
        if (frame is not { } known)
        {
            return;
        }

        var op = known.GetProperty("op").GetInt32();
        // Noted before a script can answer it: who has seen the answer finds the frame in the journal.
        gateway.Note(this, "frame-in", $"op {op}", text);
        inbound.Writer.TryWrite(known);
        if (op == 1 && Acknowledges)
        {
            await SendAsync("""{"op":11,"s":null,"t":null,"d":null}""");
        }
    }

    private async Task WriteAsync(string text, int parts = 1)
    {
        gateway.Note(this, "frame-out", text.Length > 40 ? text[..40] : text, text);
        var bytes = Encoding.UTF8.GetBytes(text);
        var size = (bytes.Length + parts - 1) / parts;
        try
        {
            for (var start = 0; start < bytes.Length; start += size)
            {
                var part = bytes.AsMemory(start, Math.Min(size, bytes.Length - start));
                await socket.SendAsync(part, WebSocketMessageType.Text, start + size >= bytes.Length, CancellationToken.None);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            // The bot has gone: what a session owes it is replayed.
        }
    }
}
