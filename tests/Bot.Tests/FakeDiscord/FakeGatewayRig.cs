using System.Globalization;
using System.Text.Json;
using Bot.Discord.Delivery.Gateway;

namespace Bot.Tests.FakeDiscord;

/// <summary>A bot's gateway delivery against the fake on loopback, in virtual time.</summary>
internal sealed class FakeGatewayRig : IAsyncDisposable
{
    public const string Token = "MTIz.fake.token";

    private readonly CancellationToken cancellation;
    private readonly string folder = Directory.CreateTempSubdirectory("clio-gateway-").FullName;
    private readonly Random random = new(17);
    private CancellationTokenSource stopping = new();
    private GatewayDelivery? bot;
    private Task running = Task.CompletedTask;
    private int waitsSkipped;

    private FakeGatewayRig(CancellationToken cancellation)
    {
        this.cancellation = cancellation;
        Journal = new Journal(Time);
        Gateway = new FakeGateway(Journal, Time);
    }

    public SteppedTime Time { get; } = new();

    public Journal Journal { get; }

    public FakeGateway Gateway { get; }

    public GatewayDelivery Bot => bot ?? throw new InvalidOperationException("The bot was not started");

    /// <summary>What the bot's random source gives; null = a seeded sequence.</summary>
    public double? Chance { get; set; } = 0.5;

    /// <summary>The sink of interactions, after the journal has noted it.</summary>
    public Func<JsonElement, bool> Sink { get; set; } = _ => true;

    public Func<IGatewaySocket> Sockets { get; set; } = () => new GatewaySocket();

    public string Folder => folder;

    /// <summary>Bounds every wait of a test, in real time.</summary>
    public CancellationToken Limit => cancellation;

    /// <summary>Bounded: a test that waits longer than this in real time has failed.</summary>
    public static async Task<FakeGatewayRig> StartAsync(CancellationToken cancellation)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        var rig = new FakeGatewayRig(limit.Token);
        await rig.Gateway.StartAsync(cancellation);
        return rig;
    }

    public void StartBot(GatewayOptions? options = null)
    {
        stopping = new CancellationTokenSource();
        bot = CreateBot(options ?? new GatewayOptions());
        running = Task.Run(() => bot.RunAsync(stopping.Token), cancellation);
    }

    /// <param name="name">Bots with different names keep different files.</param>
    public GatewayDelivery CreateBot(GatewayOptions options, string name = "")
    {
        var log = new FakeGatewayLog<GatewayDelivery>(Journal);
        var wiring = new GatewayWiring
        {
            Token = Token,
            Discover = Gateway.DiscoverAsync,
            Deliver = Deliver,
            Ready = ready => Journal.Add("ready", ready.ApplicationId, string.Join(' ', ready.GuildIds)),
            Sockets = Sockets,
            Time = Time,
            Random = NextChance,
        };
        return new GatewayDelivery(wiring, new GatewayStore(Path.Combine(folder, name), log), options, log);
    }

    /// <summary>The bot's n-th connection, from one.</summary>
    public async Task<FakeGatewayConnection> ConnectionAsync(int number)
    {
        await Journal.WaitForAsync(entry => entry.Kind == "connect" && entry.Headers["connection"] == number.ToString(CultureInfo.InvariantCulture), cancellation);
        return Gateway.Connections[number - 1];
    }

    /// <summary>The n-th frame of this op on a connection, from one.</summary>
    public Task<JournalEntry> FrameAsync(int connection, int op, int nth = 1) =>
        NthAsync(nth, entry => entry.Kind == "frame-in" && entry.Subject == $"op {op}" && entry.Headers["connection"] == connection.ToString(CultureInfo.InvariantCulture));

    public Task<JournalEntry> CloseAsync(int connection) =>
        Journal.WaitForAsync(entry => entry.Kind == "close" && entry.Headers["connection"] == connection.ToString(CultureInfo.InvariantCulture), cancellation);

    public Task<JournalEntry> LogAsync(string name, int nth = 1) => NthAsync(nth, entry => entry.Kind == "log" && entry.Subject == name);

    public Task<JournalEntry> ReadyAsync(int nth = 1) => NthAsync(nth, entry => entry.Kind == "ready");

    public Task<JournalEntry> ConnectedAsync(int nth = 1) =>
        NthAsync(nth, entry => entry.Kind == "log" && entry.Subject == "LogHealth" && entry.Headers["State"] == "Connected");

    public async Task<JournalEntry> NthAsync(int nth, Func<JournalEntry, bool> fits)
    {
        var seen = 0;
        try
        {
            return await Journal.WaitForAsync(
                entry =>
                {
                    // Each look at the journal begins with its first entry.
                    seen = entry.Number == 0 ? 0 : seen;
                    return fits(entry) && ++seen == nth;
                },
                cancellation);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException(Situation());
        }
    }

    public IReadOnlyList<JournalEntry> Frames(int op) =>
        [.. Journal.Entries.Where(entry => entry.Kind == "frame-in" && entry.Subject == $"op {op}")];

    public IReadOnlyList<string> Handled => [.. Journal.Entries.Where(entry => entry.Kind == "interaction").Select(entry => entry.Subject)];

    /// <summary>Waits until a timer is armed for exactly then, and moves the clock there.</summary>
    public async Task AdvanceToTimerAsync(TimeSpan due)
    {
        await WaitForTimerAsync(due);
        Time.Advance(due);
    }

    /// <summary>Waits until as many timers are armed that are due after this span, and does not move the clock.</summary>
    public async Task WaitForTimerAsync(TimeSpan due, int count = 1)
    {
        try
        {
            await Time.WaitForTimerAsync(due, cancellation, count);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"no timer for {due}\n{Situation()}");
        }
    }

    /// <summary>The bot's next pause, which is not skipped.</summary>
    public Task<JournalEntry> PausedAsync() => NthAsync(waitsSkipped + 1, IsPause);

    /// <summary>Waits until the bot pauses before its next attempt, moves the clock to the end of that pause, and tells how long it was.</summary>
    public async Task<TimeSpan> SkipWaitAsync()
    {
        var entry = await NthAsync(++waitsSkipped, IsPause);
        var wait = TimeSpan.Parse(entry.Headers["Wait"], CultureInfo.InvariantCulture);
        await AdvanceToTimerAsync(wait);
        return wait;
    }

    /// <summary>Moves the clock to a heartbeat, and waits for its frame and (unless the fake is silent) for the bot to see the ACK.</summary>
    public async Task BeatAsync(FakeGatewayConnection connection, TimeSpan after)
    {
        var beats = Frames(1).Count(entry => entry.Headers["connection"] == connection.Number.ToString(CultureInfo.InvariantCulture));
        var seen = Journal.Entries.Count(entry => entry.Subject == "LogAcknowledged");
        await AdvanceToTimerAsync(after);
        await FrameAsync(connection.Number, 1, beats + 1);
        if (connection.Acknowledges)
        {
            await LogAsync("LogAcknowledged", seen + 1);
        }
    }

    /// <summary>The bot has read everything sent so far: an interaction sent now has come through.</summary>
    public async Task CaughtUpAsync(FakeGatewayConnection connection)
    {
        var id = $"fence-{Journal.Entries.Count}";
        await connection.InteractionAsync(id);
        await Journal.WaitForAsync(entry => entry.Kind == "interaction" && entry.Subject == id, cancellation);
    }

    /// <summary>Skips every pause until the bot is connected again, and tells the pauses.</summary>
    /// <param name="nth">How often it must have been connected by then.</param>
    public async Task<IReadOnlyList<TimeSpan>> ReconnectedAsync(int nth)
    {
        var pauses = new List<TimeSpan>();
        while (true)
        {
            var connected = ConnectedAsync(nth);
            var pause = PausedAsync();
            if (await Task.WhenAny(connected, pause) == connected)
            {
                await connected;
                return pauses;
            }

            pauses.Add(await SkipWaitAsync());
        }
    }

    /// <summary>As a redeploy does it: the sessions are kept.</summary>
    public async Task StopBotAsync()
    {
        await stopping.CancelAsync();
        await running.WaitAsync(cancellation);
        bot?.Dispose();
        bot = null;
    }

    public Task StoppedAsync() => running.WaitAsync(cancellation);

    /// <summary>Every test ends here: the bot stops cleanly and Discord had nothing to punish.</summary>
    public async ValueTask DisposeAsync()
    {
        if (cancellation.IsCancellationRequested)
        {
            // The test has failed by waiting too long; its own exception says where.
            await stopping.CancelAsync();
            return;
        }

        await StopBotAsync();
        await Gateway.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        stopping.Dispose();
        Assert.Empty(Gateway.Penalties.Violations);
    }

    /// <summary>For the message of a test that waited in vain.</summary>
    private string Situation() => string.Join('\n',
    [
        $"armed: {string.Join(' ', Time.Waits)}",
        .. Journal.Entries.TakeLast(40).Select(entry => $"{entry.Number} {entry.Kind} {entry.Subject} {entry.Body}"),
    ]);

    private static bool IsPause(JournalEntry entry) => entry.Kind == "log" && entry.Headers.ContainsKey("Wait");

    private bool Deliver(JsonElement interaction)
    {
        Journal.Add("interaction", interaction.GetProperty("id").GetString()!);
        return Sink(interaction);
    }

    private double NextChance()
    {
        lock (random)
        {
            return Chance ?? random.NextDouble();
        }
    }
}
