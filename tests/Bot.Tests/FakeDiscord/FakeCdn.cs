using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.FakeDiscord;

/// <summary>Discord's file host on loopback: serves what a test puts there, as badly as it wants.</summary>
internal sealed class FakeCdn : IAsyncDisposable
{
    private readonly WebApplication app;
    /// <summary>Where requests are written down; may be shared with the REST side.</summary>
    public Journal Journal { get; set; }

    private readonly ConcurrentDictionary<string, RequestDelegate> files = new(StringComparer.Ordinal);

    private FakeCdn(Journal journal)
    {
        Journal = journal;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(HandleAsync);
    }

    /// <summary>host:port, as the allow-list wants it.</summary>
    public string Authority => new Uri(app.Urls.First()).Authority;

    public static async Task<FakeCdn> StartAsync(Journal journal, CancellationToken cancellation)
    {
        var cdn = new FakeCdn(journal);
        await cdn.app.StartAsync(cancellation);
        return cdn;
    }

    public string Put(string path, RequestDelegate serve)
    {
        files[path] = serve;
        return app.Urls.First() + path;
    }

    public string Put(string path, byte[] content) => Put(path, async context => await context.Response.Body.WriteAsync(content));

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private Task HandleAsync(HttpContext context)
    {
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString());
        Journal.Add("cdn", $"{context.Request.Method} {context.Request.Path}", "", headers);
        if (files.TryGetValue(context.Request.Path, out var serve))
        {
            return serve(context);
        }

        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }
}
