using System.Text.Json;

namespace Bot.Bench.Discord;

internal static class StubInteraction
{
    /// <summary>/ask by somebody who asks for the first time, so that no cool-down is met.</summary>
    public static string Ask(int id, string token, string question) => $$$"""
        {"id":"{{{id}}}","application_id":"1","type":2,"token":"{{{token}}}","guild_id":"8{{{id % 1000}}}","member":{"user":{"id":"9{{{id}}}"},"permissions":"0","roles":[]},
        "data":{"id":"2","name":"ask","type":1,"options":[{"name":"question","type":3,"value":{{{JsonSerializer.Serialize(question)}}}}]},"locale":"en-GB","version":1}
        """;
}
