using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Tests.FakeDiscord;
using Bot.Tests.FakeDiscord.Oracle;

namespace Bot.Bench.Discord.Rig;

/// <summary>What somebody sees of Clio, Discord's markdown left as it is.</summary>
internal sealed class RigScreen(FakeRest rest)
{
    private int seen = rest.Journal.Count;
    private int files;

    private readonly List<JsonObject> shown = [];

    /// <summary>Messages and forms, the newest first.</summary>
    public IEnumerable<JsonObject> Shown => Enumerable.Reverse(shown);

    /// <summary>Shows the first response, and waits for the answer where that one only announces it.</summary>
    public async Task FirstAsync(string token, CancellationToken cancellation)
    {
        try
        {
            var callback = JsonNode.Parse((await rest.AnsweredAsync("POST", token + "/callback", 1, cancellation)).Body)!.AsObject();
            if (Json.Number(callback["type"]) is 5 or 6)
            {
                await rest.Journal.WaitForAsync(entry => entry.Kind == "rest" && IsMessage(entry) && entry.Subject.Contains(token, StringComparison.Ordinal), cancellation);
                return;
            }

            Show(callback);
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine("The application did not respond.");
        }
    }

    /// <summary>Shows what came since: edits, further messages, posts in channels, files.</summary>
    public void Later()
    {
        foreach (var entry in rest.Journal.Entries.Skip(seen).Where(static entry => entry.Kind == "rest" && IsMessage(entry)))
        {
            Show(new JsonObject { ["type"] = entry.Subject.StartsWith("PATCH", StringComparison.Ordinal) ? 7d : 4d, ["data"] = JsonNode.Parse(entry.Body) }, entry.Subject.Contains("/channels/", StringComparison.Ordinal));
        }

        seen = rest.Journal.Count;
        foreach (var (_, name, content) in rest.Uploaded.Skip(files))
        {
            var path = Path.Combine(Path.GetTempPath(), $"rig-{++files}-{name}");
            File.WriteAllBytes(path, content);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a file: {path} ({content.Length:#,0} bytes)"));
        }
    }

    private static bool IsMessage(JournalEntry entry) =>
        entry.Subject.StartsWith("PATCH /webhooks/", StringComparison.Ordinal) || entry.Subject.StartsWith("POST /webhooks/", StringComparison.Ordinal) || entry.Subject.StartsWith("POST /channels/", StringComparison.Ordinal);

    private void Show(JsonObject callback, bool isInChannel = false)
    {
        Console.WriteLine(Text(callback, isInChannel));
        shown.Add(callback);
    }

    private static string Text(JsonObject callback, bool isInChannel)
    {
        var data = callback["data"];
        var text = new StringBuilder();
        text.Append(Json.Number(callback["type"]) switch
        {
            _ when isInChannel => "┌ in the log channel",
            4 => Json.Number(data?["flags"]) == 64 ? "┌ to you alone" : "┌ to everybody",
            7 => "┌ the message, changed",
            8 => "┌ choices",
            9 => $"┌ a form: {Json.Text(data?["title"])}",
            _ => $"┌ callback of type {callback["type"]}",
        });
        foreach (var choice in Json.Objects(data?["choices"]))
        {
            Line(text, $"{Json.Text(choice["name"])} → {Json.Text(choice["value"])}");
        }

        foreach (var embed in Json.Objects(data?["embeds"]))
        {
            foreach (var line in (Json.Text(embed["description"]) ?? "").Split('\n'))
            {
                Line(text, line);
            }

            if (Json.Text(embed["footer"]?["text"]) is { } footer)
            {
                Line(text, "");
                Line(text, footer);
            }
        }

        foreach (var row in Json.Objects(data?["components"]))
        {
            Line(text, Json.Number(row["type"]) == 18 ? Field(row) : string.Join(' ', Json.Objects(row["components"]).Select(Control)));
        }

        return text.Append("\n└").ToString();
    }

    private static string Control(JsonObject component) => Json.Number(component["type"]) switch
    {
        2 => $"[{Json.Text(component["label"])}]",
        3 => $"‹{Json.Text(component["placeholder"])}: {string.Join(" | ", Json.Objects(component["options"]).Select(static option => $"{(Json.IsTrue(option["default"]) ? "*" : "")}{Json.Text(option["label"])}{(Json.Text(option["description"]) is { } remark ? $" ({remark})" : "")}"))}›",
        6 => $"‹{Json.Text(component["placeholder"])}: pick a role›",
        8 => $"‹{Json.Text(component["placeholder"])}: pick channels›",
        _ => component.ToJsonString(),
    };

    private static string Field(JsonObject label) =>
        $"{Json.Text(label["label"])} ({Json.Text(label["description"])}) {Json.Text(label["component"]?["custom_id"])}: {Json.Text(label["component"]?["value"])}";

    private static void Line(StringBuilder text, string line) => text.Append("\n│ ").Append(line);
}
