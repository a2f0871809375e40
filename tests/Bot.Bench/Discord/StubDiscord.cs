using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Bench.Discord;

/// <summary>As much of Discord as a measurement needs, on loopback, doing as little as it can: it judges nothing.</summary>
internal sealed class StubDiscord : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Channel<string> frames = Channel.CreateUnbounded<string>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<long>> awaited = new();
    private readonly TaskCompletionSource<long> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private int identifies;
    private int restCalls;

    public StubDiscord(string application)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.UseWebSockets();
        app.Run(context => AnswerAsync(context, application));
    }

    public string Url => app.Urls.First();

    public int Identifies => identifies;

    /// <summary>All but answers to interactions.</summary>
    public int RestCalls => restCalls;

    /// <summary>When READY had been handled: the bot asks for its application then.</summary>
    public Task<long> Ready => ready.Task;

    public Task StartAsync() => app.StartAsync();

    /// <summary>Milliseconds from writing the frame to having read the callback, both ways over loopback included.</summary>
    public async Task<double> AskAsync(string token, string interaction)
    {
        var answered = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        awaited[token] = answered;
        var started = Stopwatch.GetTimestamp();
        frames.Writer.TryWrite($$"""{"op":0,"s":2,"t":"INTERACTION_CREATE","d":{{interaction}}}""");
        return Stopwatch.GetElapsedTime(started, await answered.Task.WaitAsync(TimeSpan.FromSeconds(10))).TotalMilliseconds;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, string application)
    {
        var path = context.Request.Path.Value ?? "";
        if (context.WebSockets.IsWebSocketRequest)
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            await ServeAsync(socket, context.RequestAborted);
        }
        else if (path.EndsWith("/callback", StringComparison.Ordinal))
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            var read = Stopwatch.GetTimestamp();
            if (awaited.TryRemove(path.Split('/')[^2], out var answered))
            {
                answered.TrySetResult(read);
            }

            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        else
        {
            Interlocked.Increment(ref restCalls);
            if (path.EndsWith("/applications/@me", StringComparison.Ordinal))
            {
                ready.TrySetResult(Stopwatch.GetTimestamp());
            }

            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(path.Split('/')[^1] switch
            {
                "bot" => $$"""{"url":"{{Url.Replace("http:", "ws:", StringComparison.Ordinal)}}/gw","shards":1,"session_start_limit":{"total":1000,"remaining":1000,"reset_after":1,"max_concurrency":1} }""",
                "@me" => application,
                _ => "[]",
            });
        }
    }

    private async Task ServeAsync(WebSocket socket, CancellationToken cancellation)
    {
        await SendAsync(socket, """{"op":10,"d":{"heartbeat_interval":600000}}""", cancellation);
        await IdentifiedAsync(socket, cancellation);
        await SendAsync(socket, """{"op":0,"s":1,"t":"READY","d":{"session_id":"s","resume_gateway_url":"ws://127.0.0.1:1/","guilds":[],"application":{"id":"1"}}}""", cancellation);
        try
        {
            await foreach (var frame in frames.Reader.ReadAllAsync(cancellation))
            {
                await SendAsync(socket, frame, cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            // The bot has gone.
        }
    }

    /// <summary>Some begin with a heartbeat.</summary>
    private async Task IdentifiedAsync(WebSocket socket, CancellationToken cancellation)
    {
        var buffer = new byte[4096];
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer, cancellation);
            using var frame = JsonDocument.Parse(buffer.AsMemory(0, received.Count));
            if (frame.RootElement.GetProperty("op").GetInt32() == 2)
            {
                Interlocked.Increment(ref identifies);
                return;
            }
        }
    }

    private static ValueTask SendAsync(WebSocket socket, string text, CancellationToken cancellation) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text).AsMemory(), WebSocketMessageType.Text, endOfMessage: true, cancellation);
}
