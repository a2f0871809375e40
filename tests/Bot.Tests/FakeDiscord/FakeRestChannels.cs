using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Bot.Tests.FakeDiscord;

/// <summary>Channels of servers, and what was posted there outside of any interaction.</summary>
internal sealed class FakeRestChannels
{
    private readonly ConcurrentQueue<(string Channel, string Text)> posts = new();

    /// <summary>Where the bot may not write, and how Discord says so.</summary>
    public ConcurrentDictionary<string, FakeRestAnswer> Refusals { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<(string Channel, string Text)> Posts => [.. posts];

    public FakeRestAnswer Post(string channel, JsonNode? body)
    {
        if (Refusals.TryGetValue(channel, out var refusal))
        {
            return refusal;
        }

        posts.Enqueue((channel, body?["embeds"]?[0]?["description"]?.GetValue<string>() ?? ""));
        return FakeRestAnswer.Ok(new JsonObject { ["id"] = "510000000000000001", ["channel_id"] = channel, ["content"] = "" });
    }
}
