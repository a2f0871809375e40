namespace Bot.Tests.FakeDiscord;

/// <summary>A session as Discord keeps it: every dispatch with its number, so that a RESUME can be served.</summary>
internal sealed class FakeGatewaySession(string id)
{
    private readonly Lock gate = new();
    private readonly List<string> frames = [];

    public string Id => id;

    /// <summary>Held while a frame gets its number and is sent, and during a replay: nothing is lost or sent twice between them.</summary>
    public SemaphoreSlim Sending { get; } = new(1);

    /// <summary>The connection that serves the session now, or served it last.</summary>
    public FakeGatewayConnection? Carrier { get; set; }

    public int LastSequence
    {
        get
        {
            lock (gate)
            {
                return frames.Count;
            }
        }
    }

    /// <summary>The frame with the next number, kept for a replay.</summary>
    public string Add(string type, string body)
    {
        lock (gate)
        {
            var frame = $$"""{"op":0,"s":{{frames.Count + 1}},"t":"{{type}}","d":{{body}}}""";
            frames.Add(frame);
            return frame;
        }
    }

    public IReadOnlyList<string> After(long sequence)
    {
        lock (gate)
        {
            return [.. frames.Skip((int)sequence)];
        }
    }
}
