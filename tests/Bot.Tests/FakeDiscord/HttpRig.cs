using System.Text.Json.Nodes;
using Bot.Discord.Delivery;
using Bot.Discord.Delivery.Http;
using Bot.Discord.Rest;
using Bot.Tests.FakeDiscord.Oracle;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.FakeDiscord;

/// <summary>Clio's HTTP delivery on loopback: the signing client on one side, the fake REST on the other.</summary>
internal sealed class HttpRig : IAsyncDisposable
{
    private readonly WebApplication app;

    private HttpRig(FakeRest fake, FakeTimeProvider time, SigningClient signer, WebApplication app)
    {
        Fake = fake;
        Time = time;
        Signer = signer;
        this.app = app;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public FakeRest Fake { get; }

    public FakeTimeProvider Time { get; }

    public SigningClient Signer { get; }

    public HttpClient Client { get; }

    public static async Task<HttpRig> StartAsync(InteractionHandler handler, params (string Key, string Value)[] settings)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var time = new FakeTimeProvider();
        var fake = await FakeRest.StartAsync(new Journal(time), cancellation);
        var signer = new SigningClient();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddConfiguration(RestRig.Configuration(
            fake.BaseUrl, [("Discord:Delivery", "Http"), ("Discord:PublicKey", signer.PublicKey), .. settings]));
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddDiscordRest();
        builder.Services.AddSingleton(handler);
        builder.Services.AddSingleton<ChooseDeferral>(_ => Deferral.PublicReply);
        builder.Services.AddInteractionDelivery();
        var app = builder.Build();
        InteractionEndpoint.Map(app);
        await app.StartAsync(cancellation);
        return new HttpRig(fake, time, signer, app);
    }

    /// <summary>Posts a signed interaction; an inline answer goes through the oracle.</summary>
    public async Task<HttpResponseMessage> PostAsync(JsonObject interaction)
    {
        var response = await Client.SendAsync(Signer.Request(interaction.ToJsonString()), TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (text.Length > 0)
        {
            var body = JsonNode.Parse(text);
            Assert.Empty(BodyOracle.Check(BodyKind.Callback, body));
            Assert.Empty(FakeRest.Pings(body));
            Fake.Interactions.Inline(Json.Text(interaction["token"])!, body);
        }

        return response;
    }

    public Task<T> RunAsync<T>(Task<T> work) => Time.RunAsync(work, () => Fake.InFlight > 0, TimeSpan.FromHours(1));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        Signer.Dispose();
        await Fake.DisposeAsync();
    }
}
