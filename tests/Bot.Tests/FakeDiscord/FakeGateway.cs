using System.Collections.Concurrent;
using Bot.Discord.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.FakeDiscord;

/// <summary>
/// Discord's gateway on loopback. Each new connection takes the next script, or <see cref="Otherwise"/> when none is left.
/// A script that returns leaves the connection open.
/// </summary>
internal sealed class FakeGateway(Journal journal, TimeProvider time) : IAsyncDisposable
{
    public const string Path = "/gw";
    public const string ResumePath = "/gw-resume/";

    private readonly ConcurrentQueue<Func<FakeGatewayConnection, CancellationToken, Task>> scripts = new();
    private readonly ConcurrentQueue<Func<GatewayBot>> discoveries = new();
    private readonly ConcurrentDictionary<string, FakeGatewaySession> sessions = new();
    private readonly List<FakeGatewayConnection> connections = [];
    private readonly CancellationTokenSource stopping = new();
    private WebApplication? server;
    private int refused;
    private int begun;

    public FakeGatewayPenalties Penalties { get; } = new(time);

    /// <summary>What a connection without a script of its own gets: an ordinary, friendly gateway.</summary>
    public Func<FakeGatewayConnection, CancellationToken, Task> Otherwise { get; set; } = FriendlyAsync;

    /// <summary>Milliseconds, for <see cref="FriendlyAsync"/>.</summary>
    public int HeartbeatInterval { get; set; } = 200;

    /// <summary>While set, upgrades are answered with this status, resumes and new connections alike.</summary>
    public int? RefuseWith { get; set; }

    /// <summary>The same, for the resume address only.</summary>
    public int? RefuseResumeWith { get; set; }

    /// <summary>GET /gateway/bot fails and no connection comes about.</summary>
    public bool IsOutOfReach { get; set; }

    public bool NextDiscoveryHangs { get; set; }

    /// <summary>Recommended by GET /gateway/bot.</summary>
    public int Shards { get; set; } = 1;

    /// <summary>ws://127.0.0.1:port</summary>
    public string Origin { get; private set; } = "";

    public string Url => Origin + Path;

    /// <summary>Overrides where RESUME is sent.</summary>
    public string? ResumeAddress { get; set; }

    public IReadOnlyList<FakeGatewayConnection> Connections
    {
        get
        {
            lock (connections)
            {
                return [.. connections];
            }
        }
    }

    public IReadOnlyList<FakeGatewayConnection> Live => [.. Connections.Where(connection => connection.IsLive)];

    public int Refused => refused;

    /// <summary>On a port of its own; or <see cref="MapTo"/> puts it into a server that also answers REST.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        server = builder.Build();
        MapTo(server);
        await server.StartAsync(cancellation);
        Origin = server.Urls.Single().Replace("http:", "ws:", StringComparison.Ordinal);
    }

    public void MapTo(IApplicationBuilder app, string? origin = null)
    {
        Origin = origin ?? Origin;
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.Zero });
        app.Use(AcceptAsync);
    }

    /// <summary>For the next connection that has none yet.</summary>
    public void Script(Func<FakeGatewayConnection, CancellationToken, Task> script) => scripts.Enqueue(script);

    /// <summary>For the next GET /gateway/bot; it may throw.</summary>
    public void Discovery(Func<GatewayBot> answer) => discoveries.Enqueue(answer);

    public GatewayBot Answer(int remaining = 1000, long resetAfter = 14_400_000, string? url = null) =>
        new(url ?? Url, Shards, new GatewaySessionStartLimit(1000, remaining, resetAfter, Penalties.MaxConcurrency));

    /// <summary>GET /gateway/bot.</summary>
    public async Task<GatewayBot> DiscoverAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        journal.Add("rest", "GET /gateway/bot");
        if (IsOutOfReach)
        {
            throw new HttpRequestException("Name or service not known");
        }

        if (NextDiscoveryHangs)
        {
            NextDiscoveryHangs = false;
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        }

        return discoveries.TryDequeue(out var scripted) ? scripted() : Answer();
    }

    /// <summary>HELLO, then READY or the replay. Close codes and drops are for scripts.</summary>
    public static async Task FriendlyAsync(FakeGatewayConnection connection, CancellationToken cancellation)
    {
        await connection.HelloAsync(connection.Gateway.HeartbeatInterval);
        var frame = await connection.NextAsync(cancellation);
        if (frame.GetProperty("op").GetInt32() == 2)
        {
            await connection.ReadyAsync();
        }
        else
        {
            await connection.AcceptResumeAsync(frame.GetProperty("d"));
        }
    }

    /// <summary>An event for a session, sent now if it has a connection, else when it is resumed.</summary>
    public static async Task DispatchAsync(FakeGatewaySession session, string type, string body)
    {
        await session.Sending.WaitAsync();
        try
        {
            var frame = session.Add(type, body);
            if (session.Carrier is { IsLive: true } carrier)
            {
                await carrier.SendAsync(frame);
            }
        }
        finally
        {
            session.Sending.Release();
        }
    }

    public FakeGatewaySession Begin(FakeGatewayConnection carrier)
    {
        var session = new FakeGatewaySession($"session-{Interlocked.Increment(ref begun)}") { Carrier = carrier };
        sessions[session.Id] = session;
        return session;
    }

    public FakeGatewaySession? Find(string? id) => id is not null && sessions.TryGetValue(id, out var session) ? session : null;

    public void Forget(FakeGatewaySession session) => sessions.TryRemove(session.Id, out _);

    public string ResumeUrl(FakeGatewaySession session) => ResumeAddress ?? $"{Origin}{ResumePath}{session.Id}";

    public void Note(FakeGatewayConnection connection, string kind, string subject, string body = "") =>
        journal.Add(kind, subject, body, new Dictionary<string, string> { ["connection"] = connection.Number.ToString() });

    /// <summary>1000 and 1001 end the session at once, as Discord does it.</summary>
    public void Ended(FakeGatewayConnection connection, string how)
    {
        if (how is "1000" or "1001" && connection.Session is { } session)
        {
            Forget(session);
        }

        Note(connection, "close", how);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }

    private async Task AcceptAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments(Path) && !context.Request.Path.StartsWithSegments(ResumePath.TrimEnd('/')))
        {
            await next(context);
            return;
        }

        if (IsOutOfReach)
        {
            context.Abort();
            return;
        }

        if ((context.Request.Path.StartsWithSegments(Path) ? RefuseWith : RefuseWith ?? RefuseResumeWith) is { } status)
        {
            Interlocked.Increment(ref refused);
            journal.Add("refuse", context.Request.Path, status.ToString());
            context.Response.StatusCode = status;
            return;
        }

        FakeGatewayConnection connection;
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        lock (connections)
        {
            connection = new FakeGatewayConnection(this, context, socket, connections.Count + 1);
            connections.Add(connection);
        }

        Note(connection, "connect", connection.Path + connection.Query);
        var script = scripts.TryDequeue(out var own) ? own : Otherwise;
        var playing = PlayAsync(script, connection);
        await connection.ServeAsync(stopping.Token);
        await playing;
    }

    private async Task PlayAsync(Func<FakeGatewayConnection, CancellationToken, Task> script, FakeGatewayConnection connection)
    {
        try
        {
            await script(connection, stopping.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or System.Threading.Channels.ChannelClosedException)
        {
            // The bot left in the middle of the script, or the test is over.
        }
        catch (Exception exception)
        {
            Penalties.Blame($"the script of connection {connection.Number} failed: {exception}");
        }
    }
}
