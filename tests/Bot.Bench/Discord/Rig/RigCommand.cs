using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Tests.FakeDiscord;
using Bot.Tests.FakeDiscord.Oracle;

namespace Bot.Bench.Discord.Rig;

/// <summary>
/// The tests' Discord, by hand: listens on loopback for a Clio that somebody starts beside it, takes what a member or a moderator would
/// type, and shows what they would see, with every rule of Discord that was broken.
/// </summary>
internal static class RigCommand
{
    private const string Usage = """
        /ask QUESTION, or any command with its options: /library add file:PATH title:The Gracchi
        type TEXT (while asking), or type /library show lecture:gra · find TEXT (of a message)
        press BUTTON · choose OPTION · pick ID … (a role, or channels) · fill title:The Gracchi date:2024-03-01 (a form)
        as manager | member | role ID | private · server ID · an empty line (what came since) · journal · quit
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(string[] arguments)
    {
        var journal = new Journal(TimeProvider.System) { Patience = Timeout.InfiniteTimeSpan };
        await using var gateway = new FakeGateway(journal, TimeProvider.System) { HeartbeatInterval = 41_250 };
        await gateway.StartAsync(CancellationToken.None);
        await using var rest = await FakeRest.StartAsync(journal, CancellationToken.None);
        await using var cdn = await FakeCdn.StartAsync(journal, CancellationToken.None);
        rest.Application.GatewayBot["url"] = gateway.Url;
        Console.WriteLine($"Discord's stand-in listens. Start Clio in another terminal:\n\n  Discord__Token={FakeRest.BotToken} Discord__ApiBaseUrl={rest.BaseUrl} Discord__CdnHosts__0={cdn.Authority} dotnet run --project src/Bot\n");
        var put = await journal.WaitForAsync(static entry => entry.Kind == "rest" && entry.Subject.StartsWith("PUT ", StringComparison.Ordinal), CancellationToken.None);
        Console.WriteLine($"Clio is connected, and has registered its commands. Now, as somebody who manages the server:\n{Usage}");
        await TypeAsync(gateway, rest, new RigLine([.. Json.Objects(JsonNode.Parse(put.Body))], cdn));
        rest.ForgetViolations();
    }

    private static async Task TypeAsync(FakeGateway gateway, FakeRest rest, RigLine lines)
    {
        var (who, screen) = (new RigPerson(), new RigScreen(rest));
        for (var id = 101L; await Console.In.ReadLineAsync() is { } line and not "quit"; id++)
        {
            if (line == "journal")
            {
                Console.WriteLine(string.Join('\n', rest.Journal.Entries.TakeLast(30).Select(static entry => $"{entry.Number,5} {entry.Kind,-9} {entry.Subject} {Short(entry.Body)}")));
            }
            else if (who.Become(line) is { } other)
            {
                who = other;
            }
            else if (gateway.Live.LastOrDefault(static connection => connection.Session is not null) is not { } connection)
            {
                Console.WriteLine("Clio is not connected just now.");
            }
            else if (lines.Interaction(line, id, screen.Shown) is { } interaction)
            {
                await connection.DispatchAsync("INTERACTION_CREATE", who.As(interaction).ToJsonString());
                using var limit = new CancellationTokenSource(Patience);
                await screen.FirstAsync(Samples.Token(id), limit.Token);
            }
            else if (line.Length > 0)
            {
                Console.WriteLine(Usage);
            }

            screen.Later();
            foreach (var violation in rest.Violations.Concat(gateway.Penalties.Violations))
            {
                Console.WriteLine($"!! {violation}");
            }
        }
    }

    private static string Short(string body) => body.Length <= 120 ? body : string.Create(CultureInfo.InvariantCulture, $"{body.AsSpan(0, 120)} … ({body.Length})");
}
