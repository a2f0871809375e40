using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Tests.FakeDiscord;
using Bot.Tests.FakeDiscord.Oracle;

namespace Bot.Bench.Discord.Rig;

/// <summary>
/// The tests' Discord, by hand: listens on loopback for a Clio that somebody starts beside it, takes what a member would type, and
/// shows what that member would see, with every rule of Discord that was broken.
/// </summary>
internal static class RigCommand
{
    private const string Asker = "830000000000000001";
    private const string Usage = "/ask QUESTION · /private QUESTION · /lectures · /help · /privacy · find TEXT (of a message) · type TEXT (while asking) · press BUTTON · journal · quit";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(string[] arguments)
    {
        var journal = new Journal(TimeProvider.System) { Patience = Timeout.InfiniteTimeSpan };
        await using var gateway = new FakeGateway(journal, TimeProvider.System) { HeartbeatInterval = 41_250 };
        await gateway.StartAsync(CancellationToken.None);
        await using var rest = await FakeRest.StartAsync(journal, CancellationToken.None);
        rest.Application.GatewayBot["url"] = gateway.Url;
        Console.WriteLine($"Discord's stand-in listens. Start Clio in another terminal:\n\n  Discord__Token={FakeRest.BotToken} Discord__ApiBaseUrl={rest.BaseUrl} dotnet run --project src/Bot\n");
        await journal.WaitForAsync(static entry => entry.Kind == "answer" && entry.Subject.StartsWith("PUT ", StringComparison.Ordinal), CancellationToken.None);
        Console.WriteLine($"Clio is connected, and has registered its commands. Now, as a member:\n{Usage}");
        await TypeAsync(gateway, rest, journal);
        rest.ForgetViolations();
    }

    private static async Task TypeAsync(FakeGateway gateway, FakeRest rest, Journal journal)
    {
        JsonObject? message = null;
        for (var id = 101L; await Console.In.ReadLineAsync() is { } line and not "quit"; id++)
        {
            if (line == "journal")
            {
                Console.WriteLine(string.Join('\n', journal.Entries.TakeLast(30).Select(static entry => $"{entry.Number,5} {entry.Kind,-9} {entry.Subject} {Short(entry.Body)}")));
            }
            else if (Interaction(line, id, message) is not { } interaction)
            {
                Console.WriteLine(Usage);
            }
            else if (gateway.Live.LastOrDefault(static connection => connection.Session is not null) is not { } connection)
            {
                Console.WriteLine("Clio is not connected just now.");
            }
            else
            {
                await connection.DispatchAsync("INTERACTION_CREATE", interaction.ToJsonString());
                using var limit = new CancellationTokenSource(Patience);
                var callback = await CallbackAsync(rest, Samples.Token(id), limit.Token);
                Console.WriteLine(callback is null ? "The application did not respond." : RigScreen.Text(callback));
                message = Json.Objects(callback?["data"]?["embeds"]).Any() ? callback : message;
            }

            foreach (var violation in rest.Violations.Concat(gateway.Penalties.Violations))
            {
                Console.WriteLine($"!! {violation}");
            }
        }
    }

    private static async Task<JsonObject?> CallbackAsync(FakeRest rest, string token, CancellationToken cancellation)
    {
        try
        {
            return JsonNode.Parse((await rest.AnsweredAsync("POST", token + "/callback", 1, cancellation)).Body)?.AsObject();
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static JsonObject? Interaction(string line, long id, JsonObject? message)
    {
        var (word, rest) = line.Split(' ', 2) is [var first, var other] ? (first, other.Trim()) : (line, "");
        return word switch
        {
            "/ask" => Samples.Command(id, rest),
            "/private" => Private(Samples.Command(id, rest)),
            "/lectures" or "/help" => Command(id, word[1..]),
            "/privacy" => Command(id, "privacy", new JsonObject { ["name"] = "show", ["type"] = 1 }),
            "find" => Found(id, rest),
            "type" => Samples.Autocomplete(id, rest),
            "press" when message is not null => Pressed(id, rest, message),
            _ => null,
        };
    }

    private static JsonObject Private(JsonObject command)
    {
        command["data"]!["options"]!.AsArray().Add(new JsonObject { ["name"] = "private", ["type"] = 5, ["value"] = true });
        return command;
    }

    private static JsonObject Command(long id, string name, params JsonNode[] options)
    {
        var command = Samples.Command(id);
        (command["data"]!["name"], command["data"]!["options"]) = (name, new JsonArray(options));
        return command;
    }

    private static JsonObject Found(long id, string content)
    {
        var command = Samples.MessageCommand(id);
        command["data"]!["resolved"]!["messages"]!["55"]!["content"] = content;
        return command;
    }

    /// <summary>The message as Discord would send it along; null if it has no such button.</summary>
    private static JsonObject? Pressed(long id, string label, JsonObject message)
    {
        var data = message["data"]!;
        var button = Json.Objects(data["components"]).SelectMany(static row => Json.Objects(row["components"])).FirstOrDefault(button => Json.Text(button["label"]) == label);
        if (button is null)
        {
            return null;
        }

        var pressed = Samples.Button(id, Json.Text(button["custom_id"])!);
        pressed["message"] = new JsonObject
        {
            ["id"] = "66",
            ["content"] = "",
            ["embeds"] = data["embeds"]?.DeepClone(),
            ["components"] = data["components"]?.DeepClone(),
            ["flags"] = data["flags"]?.DeepClone() ?? 0,
            ["interaction_metadata"] = new JsonObject { ["id"] = "1", ["user"] = new JsonObject { ["id"] = Asker } },
        };
        return pressed;
    }

    private static string Short(string body) => body.Length <= 120 ? body : string.Create(CultureInfo.InvariantCulture, $"{body.AsSpan(0, 120)} … ({body.Length})");
}
