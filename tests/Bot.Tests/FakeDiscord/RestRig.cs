using Bot.Discord.Delivery;
using Bot.Discord.Rest;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.FakeDiscord;

/// <summary>Clio's REST side and dispatcher against the fake, on virtual time.</summary>
internal sealed class RestRig : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private RestRig(FakeRest fake, FakeTimeProvider time, ServiceProvider services, LogSink log)
    {
        Fake = fake;
        Time = time;
        Log = log;
        this.services = services;
    }

    public FakeRest Fake { get; }

    public FakeTimeProvider Time { get; }

    public LogSink Log { get; }

    public DiscordRest Rest => Get<DiscordRest>();

    public InteractionRest Interactions => Get<InteractionRest>();

    public InteractionDispatcher Dispatcher => Get<InteractionDispatcher>();

    public static Task<RestRig> StartAsync(params (string Key, string Value)[] settings) => StartAsync(null, null, settings);

    /// <summary>With a dispatcher, if there is somebody to answer.</summary>
    public static async Task<RestRig> StartAsync(
        InteractionHandler? handler, ChooseDeferral? choose = null, params (string Key, string Value)[] settings)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var time = new FakeTimeProvider();
        var fake = await FakeRest.StartAsync(new Journal(time), cancellation);
        var log = new LogSink();
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(Configuration(fake.BaseUrl, settings));
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(log));
        collection.AddSingleton<TimeProvider>(time);
        collection.AddDiscordRest();
        if (handler is not null)
        {
            collection.AddSingleton(handler);
            collection.AddSingleton(choose ?? (_ => Deferral.PublicReply));
            collection.AddInteractionDelivery();
        }

        var provider = collection.BuildServiceProvider();
        foreach (var hosted in provider.GetServices<IHostedService>())
        {
            await hosted.StartAsync(cancellation);
        }

        return new RestRig(fake, time, provider, log);
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task<T> RunAsync<T>(Task<T> work, TimeSpan? step = null) =>
        Time.RunAsync(work, () => Fake.InFlight > 0, TimeSpan.FromHours(2), step);

    public Task RunAsync(Task work, TimeSpan? step = null) => Time.RunAsync(work, () => Fake.InFlight > 0, TimeSpan.FromHours(2), step);

    /// <summary>Runs the clock until the fake has been asked so often.</summary>
    public async Task<IReadOnlyList<JournalEntry>> RunUntilAsync(string method, string pathPart, int count = 1)
    {
        await RunAsync(Fake.Journal.WaitForAsync(_ => Fake.RequestsTo(method, pathPart).Count >= count, TestContext.Current.CancellationToken));
        return Fake.RequestsTo(method, pathPart);
    }

    public TimeSpan Between(JournalEntry first, JournalEntry second) => Time.GetElapsedTime(first.Timestamp, second.Timestamp);

    public async ValueTask DisposeAsync()
    {
        foreach (var hosted in services.GetServices<IHostedService>())
        {
            using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            await hosted.StopAsync(stop.Token);
        }

        await services.DisposeAsync();
        await Fake.DisposeAsync();
        Assert.DoesNotContain(Log.Lines, line => line.Text.Contains(FakeRest.BotToken, StringComparison.Ordinal));
        Assert.DoesNotContain(Log.Lines, line => line.Text.Contains(Samples.TokenPrefix, StringComparison.Ordinal));
    }

    public static IConfigurationRoot Configuration(string baseUrl, params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["Discord:Token"] = FakeRest.BotToken, ["Discord:ApiBaseUrl"] = baseUrl })
        .AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value))
        .Build();
}
