using System.Text;
using System.Text.Json;

namespace Bot.Tests.FakeDiscord;

/// <summary>What Discord would punish, counted over all connections. A test fails on any violation unless it wants one.</summary>
internal sealed class FakeGatewayPenalties(TimeProvider time)
{
    private const int LargestFrame = 4096;
    private const int SendsPerMinute = 120;

    private readonly Lock gate = new();
    private readonly List<string> violations = [];
    private readonly List<long> identifies = [];
    private readonly Dictionary<int, long> lastIdentify = [];
    private readonly Dictionary<int, Queue<long>> sends = [];

    public int MaxConcurrency { get; set; } = 1;

    /// <summary>Off where one fake serves many bots.</summary>
    public bool WatchesIdentifySpacing { get; set; } = true;

    public IReadOnlyList<string> Violations
    {
        get
        {
            lock (gate)
            {
                return [.. violations];
            }
        }
    }

    public int Identifies
    {
        get
        {
            lock (gate)
            {
                return identifies.Count;
            }
        }
    }

    /// <summary>The most IDENTIFYs in any 24 hours so far.</summary>
    public int MostIdentifiesInADay
    {
        get
        {
            lock (gate)
            {
                return identifies.Select((start, index) => identifies.Skip(index)
                    .Count(at => time.GetElapsedTime(start, at) < TimeSpan.FromHours(24))).DefaultIfEmpty().Max();
            }
        }
    }

    /// <summary>The most frames that any connection sent in any 60 seconds so far.</summary>
    public int MostSendsInAMinute { get; private set; }

    public void Blame(string what)
    {
        lock (gate)
        {
            violations.Add(what);
        }
    }

    /// <param name="frame">Null if it was not JSON.</param>
    public void Count(FakeGatewayConnection connection, string text, JsonElement? frame)
    {
        lock (gate)
        {
            CountSend(connection.Number);
            var op = frame is { ValueKind: JsonValueKind.Object } && frame.Value.TryGetProperty("op", out var given) ? given.GetInt32() : -1;
            Demand(frame is not null, connection, "sent something that is not JSON");
            Demand(Encoding.UTF8.GetByteCount(text) <= LargestFrame, connection, "sent more than 4096 bytes");
            Demand(op is 1 or 2 or 3 or 6, connection, $"sent op {op}");
            Demand(connection.SaidHello, connection, $"sent op {op} before HELLO");
            if (op is 2 or 6)
            {
                Demand(connection.Handshakes++ == 0, connection, "identified or resumed twice");
            }

            if (op == 2)
            {
                CountIdentify(connection, frame!.Value.GetProperty("d"));
            }
        }
    }

    private void CountSend(int connection)
    {
        if (!sends.TryGetValue(connection, out var window))
        {
            sends[connection] = window = new Queue<long>();
        }

        while (window.TryPeek(out var oldest) && time.GetElapsedTime(oldest) > TimeSpan.FromSeconds(60))
        {
            window.Dequeue();
        }

        window.Enqueue(time.GetTimestamp());
        MostSendsInAMinute = Math.Max(MostSendsInAMinute, window.Count);
        if (window.Count > SendsPerMinute)
        {
            violations.Add($"connection {connection} sent more than {SendsPerMinute} frames in 60 s");
        }
    }

    private void CountIdentify(FakeGatewayConnection connection, JsonElement body)
    {
        var now = time.GetTimestamp();
        identifies.Add(now);
        var shard = body.TryGetProperty("shard", out var part) ? part[0].GetInt32() : 0;
        if (WatchesIdentifySpacing && lastIdentify.TryGetValue(shard % MaxConcurrency, out var last))
        {
            Demand(time.GetElapsedTime(last, now) >= TimeSpan.FromSeconds(5), connection, "identified within 5 s of the last");
        }

        lastIdentify[shard % MaxConcurrency] = now;
    }

    private void Demand(bool isMet, FakeGatewayConnection connection, string violation)
    {
        if (!isMet)
        {
            violations.Add($"connection {connection.Number} {violation}");
        }
    }
}
