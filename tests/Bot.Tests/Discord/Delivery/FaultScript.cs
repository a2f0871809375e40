using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Tests.FakeDiscord;

namespace Bot.Tests.Discord.Delivery;

/// <summary>
/// Ten interactions a second to the whole program while its connection drops, Discord asks for reconnects, refuses sessions, stalls,
/// and answers REST calls with 5xx and 429. On virtual time; the same seed gives the same faults.
/// </summary>
internal sealed class FaultScript(int seed) : IAsyncDisposable
{
    private const int Interactions = 150;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    /// <summary>Discord waits so long for the first response.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan LongestOutage = TimeSpan.FromMinutes(10);

    private static readonly string[] Questions =
        ["Why was Khrushchev removed from power?", "who was the greek god of wine", "What did Augustus do?", "khrushchev", "How long did the siege last?"];

    private readonly Random random = new(seed);
    private readonly List<FakeGatewaySession> sessions = [];
    private readonly List<long> asked = [];
    private readonly List<string> findings = [];
    private readonly FlowingTime time = new();
    private volatile bool isStalling;

    public int Asked => asked.Count;

    public int Faults { get; private set; }

    /// <summary>The longest that Discord waited for a first response.</summary>
    public TimeSpan Slowest { get; private set; }

    /// <summary>What went wrong; empty if nothing did.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellation)
    {
        await using var rig = await ClioRig.StartAsync(DeliveryUnderTest.Gateway, time);
        rig.Gateway.HeartbeatInterval = 3_000;
        var idle = time.Waits.Count;
        var nextFault = random.Next(5, 15);
        for (var i = 0; i < Interactions; i++)
        {
            await Task.Delay(Pace, time, cancellation);
            await AskAsync(rig);
            if (--nextFault == 0)
            {
                Faults++;
                await BreakAsync(rig);
                nextFault = random.Next(5, 25);
            }
        }

        Mend(rig);
        await SettleAsync(rig, cancellation);
        Judge(rig, idle);
        return findings;
    }

    public ValueTask DisposeAsync() => time.DisposeAsync();

    private async Task AskAsync(ClioRig rig)
    {
        // Between two sessions Discord has nobody to send to.
        if (Session(rig) is not { } session)
        {
            return;
        }

        var id = rig.NextId();
        var question = Questions[random.Next(Questions.Length)];
        var interaction = random.Next(6) switch
        {
            0 => Samples.Autocomplete(id, question[..5]),
            1 => Samples.Button(id, "v1:lectures:0:-"),
            2 => Samples.MessageCommand(id),
            _ => Samples.Command(id, question),
        };
        asked.Add(id);
        if (!sessions.Contains(session))
        {
            sessions.Add(session);
        }

        await FakeGateway.DispatchAsync(session, "INTERACTION_CREATE", interaction.ToJsonString());
    }

    private static FakeGatewaySession? Session(ClioRig rig) =>
        rig.Gateway.Connections.LastOrDefault(static connection => connection.Session is not null)?.Session is { } session && rig.Gateway.Find(session.Id) is { } known ? known : null;

    private async Task BreakAsync(ClioRig rig)
    {
        var connection = rig.Gateway.Live.LastOrDefault(static connection => connection.Session is not null);
        switch (random.Next(14))
        {
            case 0:
                connection?.Reset();
                break;
            case 1 when connection is not null:
                await connection.ReconnectAsync();
                break;
            case 2 when connection is not null:
                await connection.InvalidSessionAsync(resumable: true);
                break;
            case 3 when connection is not null:
                rig.Gateway.Forget(connection.Session!);
                await connection.InvalidSessionAsync(resumable: false);
                break;
            case 4 when connection is not null:
                await connection.CloseAsync(OneOf(4000, 4001, 4002, 4005, 4008));
                break;
            case 5 when connection is not null:
                rig.Gateway.Forget(connection.Session!);
                await connection.CloseAsync(OneOf(4003, 4007, 4009));
                break;
            case 6:
                connection?.Freeze();
                break;
            case 7 when !isStalling:
                // One at a time: after three of them a session is given up, as it should be.
                isStalling = true;
                rig.Gateway.Script(StallAfterHelloAsync);
                connection?.Reset();
                break;
            case 8:
                rig.Rest.Script("GET", "/gateway/bot", FakeRestAnswer.Error(503, 0, "upstream"), times: 2);
                connection?.Reset();
                break;
            case 9:
                rig.Rest.Script("POST", "/callback", FakeRestAnswer.Error(502, 0, "bad gateway"), times: random.Next(1, 3));
                break;
            case 10:
                rig.Rest.Script("POST", "/callback", FakeRestAnswer.Error(500, 0, "lost on the way back") with { IsAfterwards = true });
                break;
            case 11:
                rig.Rest.Script("POST", "/callback", FakeRestAnswer.RateLimited(0.1 * random.Next(1, 8), isGlobal: random.Next(3) == 0));
                break;
            case 12:
                rig.Rest.Script("POST", "/callback", FakeRestAnswer.Lost);
                break;
            default:
                rig.Rest.Script("POST", "/callback", FakeRestAnswer.NoContent with { Gate = Task.Delay(TimeSpan.FromSeconds(0.9), time), IsAfterwards = true });
                break;
        }
    }

    private static void Mend(ClioRig rig)
    {
        rig.Rest.ClearScript();
        foreach (var connection in rig.Gateway.Connections)
        {
            connection.Thaw();
        }
    }

    /// <summary>Until all that must be answered is, and one connection serves; bounded by ten minutes of virtual time.</summary>
    private async Task SettleAsync(ClioRig rig, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        do
        {
            while (!IsSettled(rig) && time.GetElapsedTime(start) < LongestOutage)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), time, cancellation);
            }

            // Longer than a first response may still be under way, or a refusal on its way to us.
            await Task.Delay(2 * Deadline, time, cancellation);
        }
        while (!IsSettled(rig) && time.GetElapsedTime(start) < LongestOutage);
    }

    private bool IsSettled(ClioRig rig) => !Unanswered(rig).Any() && rig.Gateway.Live is [{ Session: not null }] && rig.Health.IsHealthy;

    private IEnumerable<long> Unanswered(ClioRig rig) => Delivered(rig).Where(id => rig.Rest.Interactions.Answers(Samples.Token(id)) == 0);

    /// <summary>All of the session that lives, and of those that ended what Clio itself says that it has received: its heartbeats and RESUMEs carry the last number.</summary>
    private IEnumerable<long> Delivered(ClioRig rig)
    {
        foreach (var session in sessions)
        {
            var last = session == Session(rig) ? long.MaxValue : LastReceived(rig, session);
            foreach (var frame in session.After(0).Select(static text => JsonNode.Parse(text)!))
            {
                if (frame["t"]!.GetValue<string>() == "INTERACTION_CREATE" && frame["s"]!.GetValue<long>() <= last)
                {
                    yield return long.Parse(frame["d"]!["id"]!.GetValue<string>(), CultureInfo.InvariantCulture);
                }
            }
        }
    }

    private static long LastReceived(ClioRig rig, FakeGatewaySession session) => rig.Rest.Journal.Entries
        .Where(entry => entry.Subject is "op 1" or "op 6" && rig.Gateway.Connections[int.Parse(entry.Headers["connection"], CultureInfo.InvariantCulture) - 1].Session == session)
        .Select(static entry => JsonNode.Parse(entry.Body)!["d"])
        .Select(static body => body is JsonObject resume ? resume["seq"]!.GetValue<long>() : body?.GetValue<long>() ?? 0)
        .DefaultIfEmpty().Max();

    private void Judge(ClioRig rig, int idle)
    {
        findings.AddRange(Unanswered(rig).Select(id => $"{id} was not answered"));
        findings.AddRange(asked.Where(id => rig.Rest.Interactions.Answers(Samples.Token(id)) > 1).Select(id => $"{id} was answered twice"));
        findings.AddRange(rig.Gateway.Live is { Count: not 1 } live ? [$"{live.Count} live connections"] : []);
        findings.AddRange(rig.Health.IsHealthy ? [] : [$"not healthy: {rig.Health.Reason}"]);

        // Armed timers are what connections, answers and waits hold on to; idle again, there are as many as before.
        findings.AddRange(time.Waits.Count > idle + 2 ? [$"{time.Waits.Count} timers where {idle} were"] : []);
        var (sent, answered) = (Times(rig, "frame-out", Id), Times(rig, "answer", Callback));
        foreach (var id in asked.Where(id => sent.ContainsKey(id) && answered.ContainsKey(id)))
        {
            var took = time.GetElapsedTime(sent[id], answered[id]);
            Slowest = took > Slowest ? took : Slowest;
            if (took > Deadline)
            {
                findings.Add(string.Create(CultureInfo.InvariantCulture, $"{id} took {took.TotalSeconds:0.00} s"));
            }
        }
    }

    /// <summary>When each interaction was last sent, or last answered by the fake; a replay sends it again.</summary>
    private static Dictionary<long, long> Times(ClioRig rig, string kind, Func<JournalEntry, long?> id)
    {
        var times = new Dictionary<long, long>();
        foreach (var entry in rig.Rest.Journal.Entries.Where(entry => entry.Kind == kind))
        {
            if (id(entry) is { } known)
            {
                times[known] = entry.Timestamp;
            }
        }

        return times;
    }

    private static long? Id(JournalEntry entry) =>
        entry.Body.Contains("INTERACTION_CREATE", StringComparison.Ordinal) ? long.Parse(JsonNode.Parse(entry.Body)!["d"]!["id"]!.GetValue<string>(), CultureInfo.InvariantCulture) : null;

    private static long? Callback(JournalEntry entry) =>
        entry.Subject.Split('/') is ["POST ", "interactions", var id, _, "callback"] ? long.Parse(id, CultureInfo.InvariantCulture) : null;

    private int OneOf(params ReadOnlySpan<int> codes) => codes[random.Next(codes.Length)];

    private async Task StallAfterHelloAsync(FakeGatewayConnection connection, CancellationToken stop)
    {
        await connection.HelloAsync(3_000);
        await connection.NextAsync(stop);
        connection.Reset();
        isStalling = false;
    }
}
