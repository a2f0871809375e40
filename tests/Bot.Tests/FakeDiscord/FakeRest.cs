using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Tests.FakeDiscord.Oracle;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.FakeDiscord;

/// <summary>
/// Discord's REST interface on loopback: knows every route of the pinned description, keeps commands and the state of
/// interactions, obeys a script of faults, and judges every request. A violation fails the test when the rig is disposed.
/// </summary>
internal sealed partial class FakeRest : IAsyncDisposable
{
    public const string BotToken = "rig-bot-token";

    private const string BasePath = "/api/v10";

    private readonly WebApplication app;
    private readonly FakeRestScript script = new();
    private readonly ConcurrentQueue<string> violations = new();
    private int inFlight;

    private FakeRest(Journal journal)
    {
        Journal = journal;
        Interactions = new FakeRestInteractions(violations.Enqueue);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(HandleAsync);
    }

    public Journal Journal { get; }

    public FakeRestCommands Commands { get; } = new();

    public FakeRestInteractions Interactions { get; }

    public FakeRestChannels Channels { get; } = new();

    /// <summary>What GET /gateway/bot and /applications/@me answer.</summary>
    public FakeRestApplication Application { get; } = new();

    public string BaseUrl => app.Urls.First() + BasePath;

    /// <summary>Files that were sent along with messages.</summary>
    public ConcurrentQueue<(string Path, string Name, byte[] Content)> Uploaded { get; } = new();

    public int InFlight => Volatile.Read(ref inFlight);

    public IReadOnlyCollection<string> Violations => violations;

    /// <summary>The requests so far, as "METHOD /path".</summary>
    public IReadOnlyList<JournalEntry> Requests => [.. Journal.Entries.Where(entry => entry.Kind == "rest")];

    public static async Task<FakeRest> StartAsync(Journal journal, CancellationToken cancellation)
    {
        var rest = new FakeRest(journal);
        await rest.app.StartAsync(cancellation);
        return rest;
    }

    public IReadOnlyList<JournalEntry> RequestsTo(string method, string pathPart) =>
        [.. Requests.Where(entry => Fits(entry, method, pathPart))];

    /// <summary>Waits until so many requests have been answered, and gives the last of them.</summary>
    public async Task<JournalEntry> AnsweredAsync(string method, string pathPart, int count, CancellationToken cancellation)
    {
        await Journal.WaitForAsync(
            _ => Journal.Entries.Count(entry => entry.Kind == "answer" && Fits(entry, method, pathPart)) >= count, cancellation);
        return RequestsTo(method, pathPart)[count - 1];
    }

    /// <summary>The next requests that fit are answered so instead of normally. Scripts are used up in the order they are given.</summary>
    public void Script(string method, string pathPart, FakeRestAnswer answer, int times = 1) => script.Add(method, pathPart, answer, times);

    public void ClearScript() => script.Clear();

    public void TakeViolation(string part)
    {
        var rest = violations.ToList();
        violations.Clear();
        rest.Where(violation => !violation.Contains(part, StringComparison.Ordinal)).ToList().ForEach(violations.Enqueue);
        if (rest.Count == violations.Count)
        {
            throw new InvalidOperationException($"no violation with '{part}'");
        }
    }

    /// <summary>For who has read them.</summary>
    public void ForgetViolations() => violations.Clear();

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        if (!violations.IsEmpty)
        {
            throw new InvalidOperationException(string.Join('\n', violations));
        }
    }

    private static bool Fits(JournalEntry entry, string method, string pathPart) =>
        entry.Subject.StartsWith(method + " ", StringComparison.Ordinal) && entry.Subject.Contains(pathPart, StringComparison.Ordinal);

    private async Task HandleAsync(HttpContext context)
    {
        Interlocked.Increment(ref inFlight);
        try
        {
            await ServeAsync(context);
        }
        finally
        {
            Interlocked.Decrement(ref inFlight);
        }
    }

    private async Task ServeAsync(HttpContext context)
    {
        var request = await FakeRestRequest.ReadAsync(context.Request, BasePath);
        Journal.Add("rest", $"{request.Method} {request.Path}{context.Request.QueryString}", request.Text, request.Headers);
        request.Files.ToList().ForEach(file => Uploaded.Enqueue((request.Path, file.Name, file.Content)));
        foreach (var violation in Judge(request))
        {
            violations.Enqueue($"{request.Method} {request.Path}: {violation}");
        }

        var scripted = script.Take(request.Method, request.Path);
        if (scripted?.IsLost == true)
        {
            context.Abort();
            Journal.Add("answer", $"{request.Method} {request.Path}", "lost");
            return;
        }

        // The server has done its work although the answer will not tell.
        var normal = scripted is null or { IsAfterwards: true } ? Answer(request) : null;
        var answer = scripted ?? normal!;
        await answer.WriteAsync(context);
        Journal.Add("answer", $"{request.Method} {request.Path}", answer.Body);
    }

    private FakeRestAnswer Answer(FakeRestRequest request)
    {
        var steps = request.Path.Trim('/').Split('/');
        return (request.Method, steps) switch
        {
            ("GET", ["gateway", "bot"]) => FakeRestAnswer.Ok(Application.GatewayBot),
            ("GET", ["applications", "@me"]) => FakeRestAnswer.Ok(Application.Self),
            ("GET", ["users", "@me", "guilds"]) => FakeRestAnswer.Ok(Application.GuildsAfter(request.After)),
            ("GET", ["applications", _, "commands"]) => FakeRestAnswer.Ok(Commands.Get("", request.Query.Contains("with_localizations"))),
            ("GET", ["applications", _, "guilds", var guild, "commands"]) => FakeRestAnswer.Ok(Commands.Get(guild, request.Query.Contains("with_localizations"))),
            ("PUT", ["applications", _, "commands"]) => FakeRestAnswer.Ok(Commands.Put("", request.Body)),
            ("PUT", ["applications", _, "guilds", var guild, "commands"]) => FakeRestAnswer.Ok(Commands.Put(guild, request.Body)),
            ("POST", ["interactions", _, var token, "callback"]) => Interactions.Callback(token, request.Body),
            (_, ["webhooks", _, var token, "messages", var message]) => Interactions.Message(request.Method, token, message, request.Body),
            ("POST", ["webhooks", _, var token]) => Interactions.FollowUp(token, request.Body),
            ("POST", ["channels", var channel, "messages"]) => Channels.Post(channel, request.Body),
            _ => FakeRestAnswer.Error(404, 0, "404: Not Found"),
        };
    }

    private static List<string> Judge(FakeRestRequest request)
    {
        var found = new List<string>();
        if (!UserAgentForm().IsMatch(request.Header("User-Agent")))
        {
            found.Add($"User-Agent '{request.Header("User-Agent")}'");
        }

        if (!request.IsBelowBase)
        {
            found.Add("not below " + BasePath);
        }

        if (OpenApi.Shared?.Problem(request.Method, request.Path, request.Query) is { } problem)
        {
            found.Add(problem);
        }

        var needsToken = !request.Path.StartsWith("/interactions/", StringComparison.Ordinal) && !request.Path.StartsWith("/webhooks/", StringComparison.Ordinal);
        if (request.Header("Authorization") != (needsToken ? "Bot " + BotToken : ""))
        {
            found.Add(needsToken ? "without the bot's token" : "with the bot's token where none belongs");
        }

        if (request.Text.Length > 0 && !request.HasJsonContentType)
        {
            found.Add($"Content-Type '{request.Header("Content-Type")}'");
        }

        found.AddRange(JudgeBody(request));
        return found;
    }

    private static IEnumerable<string> JudgeBody(FakeRestRequest request)
    {
        var steps = request.Path.Trim('/').Split('/');
        return (request.Method, steps) switch
        {
            ("PUT", [.., "commands"]) => [.. BodyOracle.Check(BodyKind.Commands, request.Body), .. GuildCommands(steps, request.Body)],
            ("POST", ["interactions", ..]) => [.. BodyOracle.Check(BodyKind.Callback, request.Body), .. Pings(request.Body)],
            ("PATCH", ["webhooks", ..]) => [.. BodyOracle.Check(BodyKind.Edit, request.Body), .. MessageRules.NoPings(request.Body)],
            ("POST", ["webhooks", ..]) => [.. BodyOracle.Check(BodyKind.FollowUp, request.Body), .. MessageRules.NoPings(request.Body)],
            ("POST", ["channels", _, "messages"]) => [.. BodyOracle.Check(BodyKind.Message, request.Body), .. MessageRules.NoPings(request.Body)],
            _ => [],
        };
    }

    public static IReadOnlyList<string> Pings(JsonNode? callback) =>
        Json.Number(Json.Member(callback, "type")) is 4 or 7 ? MessageRules.NoPings(Json.Member(callback, "data")) : [];

    private static IEnumerable<string> GuildCommands(string[] steps, JsonNode? body) =>
        steps.Contains("guilds") && Json.Objects(body).Any(command => command.ContainsKey("contexts") || command.ContainsKey("integration_types"))
            ? ["contexts or integration_types in a guild's commands"]
            : [];

    [GeneratedRegex(@"^DiscordBot \(https://[^ ,]+, [0-9]+\.[0-9]+[^)]*\)")]
    private static partial Regex UserAgentForm();
}
