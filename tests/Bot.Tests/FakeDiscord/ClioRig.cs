using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Discord;
using Bot.Discord.Delivery.Gateway;
using Bot.Library;
using Bot.Tests.FakeDiscord.Oracle;
using Lectures.Indexing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.FakeDiscord;

/// <summary>
/// The whole program against the whole fake: a delivery, REST, and the library that ships. On the real clock, which no assertion
/// reads, unless a test brings its own.
/// </summary>
internal sealed class ClioRig : IAsyncDisposable
{
    public const string Asker = "830000000000000001";

    private readonly DirectoryInfo store = Directory.CreateTempSubdirectory("clio-rig-");
    private readonly SigningClient signer = new();
    private readonly DeliveryUnderTest delivery;
    private readonly TimeProvider time;
    private readonly (string Key, string Value)[] settings;
    private readonly CancellationToken cancellation;
    private HttpClient? client;
    private IHost? host;
    private long last = 100;

    private ClioRig(FakeRest rest, FakeGateway gateway, DeliveryUnderTest delivery, TimeProvider time, (string Key, string Value)[] settings, CancellationToken cancellation)
    {
        (Rest, Gateway, this.delivery, this.time, this.settings, this.cancellation) = (rest, gateway, delivery, time, settings, cancellation);
        rest.Application.GatewayBot["url"] = gateway.Url;
    }

    public FakeRest Rest { get; }

    public FakeGateway Gateway { get; }

    public LogSink Log { get; private set; } = new();

    public IServiceProvider Services => host!.Services;

    public Health Health => Services.GetRequiredService<DiscordHealth>().Current;

    public static Task<ClioRig> StartAsync(params (string Key, string Value)[] settings) => StartAsync(DeliveryUnderTest.Gateway, settings);

    public static Task<ClioRig> StartAsync(DeliveryUnderTest delivery, params (string Key, string Value)[] settings) => StartAsync(delivery, TimeProvider.System, settings);

    public static async Task<ClioRig> StartAsync(DeliveryUnderTest delivery, TimeProvider time, params (string Key, string Value)[] settings)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(3));
        var journal = new Journal(time);
        (time as FlowingTime)?.Flow(journal);
        var gateway = new FakeGateway(journal, time) { HeartbeatInterval = 40_000 };
        await gateway.StartAsync(limit.Token);
        var rig = new ClioRig(await FakeRest.StartAsync(journal, limit.Token), gateway, delivery, time, settings, limit.Token);
        if (delivery.IsHttp)
        {
            rig.Rest.Application.Self["interactions_endpoint_url"] = "https://example.com/interactions";
            rig.Rest.Application.Self["verify_key"] = rig.signer.PublicKey;
        }

        await rig.StartClioAsync();
        return rig;
    }

    public async Task StartClioAsync()
    {
        Log = new LogSink();
        host = delivery.Build(Configuration(), services => services.AddSingleton(time).AddLogging(logging => logging.ClearProviders().AddProvider(Log)));
        await host.StartAsync(cancellation);
        if (host is WebApplication web)
        {
            client = new HttpClient { BaseAddress = new Uri(web.Urls.First()) };
        }

        // Neither has an event: the reader of the gateway and the index go their own ways.
        while (!IsInService())
        {
            await Task.Delay(1, cancellation);
        }
    }

    public async Task StopClioAsync()
    {
        await host!.StopAsync(cancellation);
        host.Dispose();
        client?.Dispose();
        Assert.DoesNotContain(Log.Lines, static line => line.Text.Contains(FakeRest.BotToken, StringComparison.Ordinal) || line.Text.Contains(Samples.TokenPrefix, StringComparison.Ordinal));
    }

    public Task LoggedAsync(LogLevel level, string part) => Log.WaitAsync(level, part, cancellation);

    public long NextId() => Interlocked.Increment(ref last);

    /// <summary>Sends an interaction and gives the callback that answers it; the oracle has judged it.</summary>
    public async Task<JsonObject> SendAsync(JsonObject interaction)
    {
        var token = interaction["token"]!.GetValue<string>();
        if (client is null)
        {
            await Gateway.Live.Last(static connection => connection.Session is not null).DispatchAsync("INTERACTION_CREATE", interaction.ToJsonString());
            var request = await Rest.AnsweredAsync("POST", token + "/callback", 1, cancellation);
            return JsonNode.Parse(request.Body)!.AsObject();
        }

        using var response = await client.SendAsync(signer.Request(Encoding.UTF8.GetBytes(interaction.ToJsonString())), cancellation);
        response.EnsureSuccessStatusCode();
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellation))!.AsObject();
        Assert.Empty(BodyOracle.Check(BodyKind.Callback, body));
        Assert.Empty(FakeRest.Pings(body));
        return body;
    }

    public Task<JsonObject> AskAsync(string question, params (string Name, JsonNode Value)[] options) => SendAsync(AskCommand(question, options));

    public JsonObject AskCommand(string question, params (string Name, JsonNode Value)[] options)
    {
        var command = Samples.Command(NextId(), question);
        foreach (var (name, value) in options)
        {
            command["data"]!["options"]!.AsArray().Add(new JsonObject { ["name"] = name, ["type"] = value.GetValueKind() == System.Text.Json.JsonValueKind.String ? 3 : 5, ["value"] = value });
        }

        return command;
    }

    public JsonObject Command(string name, params JsonObject[] options)
    {
        var command = Samples.Command(NextId());
        command["data"]!["name"] = name;
        command["data"]!["options"] = new JsonArray([.. options]);
        return command;
    }

    /// <summary>Brings the index in step with the lectures, as a moderator or a restart would.</summary>
    public async Task ReindexAsync() =>
        Assert.IsType<IndexOutcome.InStep>(await Services.GetRequiredService<SharedLibrary>().IndexAsync(all: false, progress: null, cancellation));

    /// <summary>Presses the button with that label of a message that Clio sent.</summary>
    public Task<JsonObject> PressAsync(JsonObject callback, string label, string presser = Asker) => PressIdAsync(callback, ButtonIds(callback)[label], presser);

    public Task<JsonObject> PressIdAsync(JsonObject callback, string customId, string presser = Asker)
    {
        var button = Samples.Button(NextId(), customId);
        var data = callback["data"]!;
        button["message"] = new JsonObject
        {
            ["id"] = "66",
            ["content"] = "",
            ["embeds"] = data["embeds"]?.DeepClone(),
            ["components"] = data["components"]?.DeepClone(),
            ["flags"] = data["flags"]?.DeepClone() ?? 0,
            ["interaction_metadata"] = new JsonObject { ["id"] = "1", ["user"] = new JsonObject { ["id"] = Asker } },
        };
        button["member"]!["user"]!["id"] = presser;
        return SendAsync(button);
    }

    public static IReadOnlyDictionary<string, string> ButtonIds(JsonObject callback) => Json.Objects(callback["data"]!["components"])
        .SelectMany(static row => Json.Objects(row["components"])).ToDictionary(static button => button["label"]!.GetValue<string>(), static button => button["custom_id"]!.GetValue<string>());

    public static string Description(JsonObject callback) => callback["data"]!["embeds"]![0]!["description"]!.GetValue<string>();

    public static string? Footer(JsonObject callback) => callback["data"]!["embeds"]![0]!["footer"]?["text"]?.GetValue<string>();

    public static int Type(JsonObject callback) => callback["type"]!.GetValue<int>();

    public static bool IsPrivate(JsonObject callback) => callback["data"]!["flags"]?.GetValue<int>() == 64;

    public async ValueTask DisposeAsync()
    {
        await StopClioAsync();
        await Gateway.DisposeAsync();
        await Rest.DisposeAsync();
        Assert.Empty(Gateway.Penalties.Violations);
        signer.Dispose();
        store.Delete(recursive: true);
    }

    private bool IsInService() =>
        (Services.GetService<IGatewayDelivery>()?.Health.IsHealthy ?? true)
        && Log.Lines.Any(static line => line.Text.Contains("library is in step", StringComparison.Ordinal) || line.Text.Contains("not be brought in step", StringComparison.Ordinal));

    private IConfigurationRoot Configuration() => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Discord:Token"] = FakeRest.BotToken,
        ["Discord:Delivery"] = delivery.Mode.ToString(),
        ["Discord:ApiBaseUrl"] = Rest.BaseUrl,
        ["Discord:PublicKey"] = signer.PublicKey,
        ["Discord:Listen"] = "http://127.0.0.1:0",
        ["Discord:Cooldowns:UserBurst"] = 1_000.ToString(CultureInfo.InvariantCulture),
        ["Library:Store"] = store.FullName,
    }).AddInMemoryCollection(settings.ToDictionary(static setting => setting.Key, static setting => (string?)setting.Value)).Build();
}
