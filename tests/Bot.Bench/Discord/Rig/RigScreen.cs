using System.Text;
using System.Text.Json.Nodes;
using Bot.Tests.FakeDiscord.Oracle;

namespace Bot.Bench.Discord.Rig;

/// <summary>A callback as its reader sees it, Discord's markdown left as it is.</summary>
internal static class RigScreen
{
    public static string Text(JsonObject callback)
    {
        var data = callback["data"];
        var text = new StringBuilder();
        text.Append(Json.Number(callback["type"]) switch
        {
            4 => Json.Number(data?["flags"]) == 64 ? "┌ to you alone" : "┌ to everybody",
            7 => "┌ the message, changed",
            8 => "┌ choices",
            _ => $"┌ callback of type {callback["type"]}",
        });
        foreach (var choice in Json.Objects(data?["choices"]))
        {
            Line(text, Json.Text(choice["name"]) ?? "");
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
            Line(text, string.Join(' ', Json.Objects(row["components"]).Select(static button => $"[{Json.Text(button["label"])}]")));
        }

        return text.Append("\n└").ToString();
    }

    private static void Line(StringBuilder text, string line) => text.Append("\n│ ").Append(line);
}
