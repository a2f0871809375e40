using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Tests.FakeDiscord.Oracle;

namespace Bot.Tests.FakeDiscord;

/// <summary>What has been answered to which interaction, by its token.</summary>
internal sealed class FakeRestInteractions(Action<string> violation)
{
    private readonly ConcurrentDictionary<string, State> states = new(StringComparer.Ordinal);
    private long lastMessage = 500_000_000_000_000_000;

    /// <summary>How often an interaction got its first response.</summary>
    public int Answers(string token) => states.TryGetValue(token, out var state) ? state.Answers : 0;

    public FakeRestAnswer Callback(string token, JsonNode? body)
    {
        var state = states.GetOrAdd(token, _ => new State());
        lock (state)
        {
            if (state.Answers > 0)
            {
                return FakeRestAnswer.Error(400, 40060, "Interaction has already been acknowledged.");
            }

            Note(state, body);
            return FakeRestAnswer.NoContent;
        }
    }

    /// <summary>The first response came as the body of an HTTP answer.</summary>
    public void Inline(string token, JsonNode? body)
    {
        var state = states.GetOrAdd(token, _ => new State());
        lock (state)
        {
            if (state.Answers > 0)
            {
                violation($"{token}: answered inline after a callback");
            }

            Note(state, body);
        }
    }

    public FakeRestAnswer Message(string method, string token, string message, JsonNode? body)
    {
        if (!states.TryGetValue(token, out var state))
        {
            return FakeRestAnswer.Error(404, 10015, "Unknown Webhook");
        }

        lock (state)
        {
            if (message == "@original")
            {
                state.IsThinking = false;
            }
            else if (!state.Messages.ContainsKey(message))
            {
                return FakeRestAnswer.Error(404, 10008, "Unknown Message");
            }

            if (method == "DELETE")
            {
                state.Messages.Remove(message);
                return FakeRestAnswer.NoContent;
            }

            var stored = state.Messages.GetValueOrDefault(message) ?? [];
            foreach (var (name, value) in body as JsonObject ?? [])
            {
                stored[name] = value?.DeepClone();
            }

            state.Messages[message] = stored;
            return FakeRestAnswer.Ok(Echo(message));
        }
    }

    public FakeRestAnswer FollowUp(string token, JsonNode? body)
    {
        if (!states.TryGetValue(token, out var state))
        {
            return FakeRestAnswer.Error(404, 10015, "Unknown Webhook");
        }

        lock (state)
        {
            if (state.IsThinking)
            {
                violation($"{token}: a follow-up while the deferral waits for its edit");
            }

            var id = Interlocked.Increment(ref lastMessage).ToString(CultureInfo.InvariantCulture);
            state.Messages[id] = body as JsonObject ?? [];
            return FakeRestAnswer.Ok(Echo(id));
        }
    }

    private static JsonObject Echo(string id) => new() { ["id"] = id == "@original" ? "500000000000000000" : id, ["channel_id"] = "1", ["content"] = "" };

    private static void Note(State state, JsonNode? body)
    {
        state.Answers++;
        state.IsThinking = Json.Number(Json.Member(body, "type")) == 5;
    }

    private sealed class State
    {
        public int Answers { get; set; }

        public bool IsThinking { get; set; }

        public Dictionary<string, JsonObject> Messages { get; } = [];
    }
}
