using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.FakeDiscord;

/// <summary>What the fake says: normally, or by script.</summary>
internal sealed record FakeRestAnswer(int Status, string Body = "", string ContentType = "application/json")
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The connection is reset without an answer.</summary>
    public bool IsLost { get; init; }

    /// <summary>The request takes effect although the answer does not say so.</summary>
    public bool IsAfterwards { get; init; }

    /// <summary>The answer waits for this.</summary>
    public Task Gate { get; init; } = Task.CompletedTask;

    public static FakeRestAnswer NoContent { get; } = new(204);

    public static FakeRestAnswer Lost { get; } = new(0) { IsLost = true };

    public static FakeRestAnswer Ok(JsonNode body) => new(200, body.ToJsonString());

    public static FakeRestAnswer Error(int status, int code, string message) =>
        new(status, new JsonObject { ["code"] = code, ["message"] = message }.ToJsonString());

    /// <summary>429 as documented.</summary>
    public static FakeRestAnswer RateLimited(double seconds, string scope = "user", bool isGlobal = false, string? bucket = null)
    {
        var headers = new Dictionary<string, string>
        {
            ["Retry-After"] = Math.Ceiling(seconds).ToString(CultureInfo.InvariantCulture),
            ["X-RateLimit-Scope"] = scope,
        };
        if (isGlobal)
        {
            headers["X-RateLimit-Global"] = "true";
        }

        if (bucket is not null)
        {
            headers["X-RateLimit-Bucket"] = bucket;
        }

        var body = new JsonObject { ["message"] = "You are being rate limited.", ["retry_after"] = seconds, ["global"] = isGlobal };
        return new FakeRestAnswer(429, body.ToJsonString()) { Headers = headers };
    }

    /// <summary>The limit's state; its wall-clock reset is an hour wrong, as on a host whose clock is.</summary>
    public FakeRestAnswer WithLimit(string bucket, int limit, int remaining, double resetAfter) => this with
    {
        Headers = new Dictionary<string, string>(Headers)
        {
            ["X-RateLimit-Bucket"] = bucket,
            ["X-RateLimit-Limit"] = limit.ToString(CultureInfo.InvariantCulture),
            ["X-RateLimit-Remaining"] = remaining.ToString(CultureInfo.InvariantCulture),
            ["X-RateLimit-Reset"] = "3600.5",
            ["X-RateLimit-Reset-After"] = resetAfter.ToString(CultureInfo.InvariantCulture),
        },
    };

    public async Task WriteAsync(HttpContext context)
    {
        await Gate.WaitAsync(context.RequestAborted);
        context.Response.StatusCode = Status;
        foreach (var (name, value) in Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (Body.Length > 0)
        {
            context.Response.ContentType = ContentType;
            await context.Response.WriteAsync(Body, context.RequestAborted);
        }
    }
}
