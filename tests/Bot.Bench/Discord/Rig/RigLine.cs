using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Tests.FakeDiscord;
using Bot.Tests.FakeDiscord.Oracle;

namespace Bot.Bench.Discord.Rig;

/// <summary>From a line that somebody types to the interaction that Discord would send for it.</summary>
/// <param name="commands">As Clio has registered them, which tells what kind each option is.</param>
/// <param name="cdn">Takes files of this machine, as Discord takes attachments.</param>
internal sealed partial class RigLine(IReadOnlyList<JsonObject> commands, FakeCdn cdn)
{
    private long attachments = 600_000_000_000_000_000;

    /// <summary>Null for a line that means nothing here.</summary>
    /// <param name="shown">Messages and forms whose buttons, selects or fields the line may name, the newest first.</param>
    public JsonObject? Interaction(string line, long id, IEnumerable<JsonObject> shown)
    {
        var (word, rest) = line.Split(' ', 2) is [var first, var other] ? (first, other.Trim()) : (line, "");
        return word switch
        {
            "find" => Found(id, rest),
            "type" => Typing(rest, id),
            "press" => shown.Select(message => Component(message, 2, rest) is { } button ? Pressed(id, button, message) : null).FirstOrDefault(static pressed => pressed is not null),
            "choose" => shown.Select(message => Chosen(id, rest, message)).FirstOrDefault(static chosen => chosen is not null),
            "pick" => shown.Select(message => Picked(id, rest.Split(' ', StringSplitOptions.RemoveEmptyEntries), message)).FirstOrDefault(static picked => picked is not null),
            "fill" when shown.Select(static form => Json.Text(form["data"]?["custom_id"])).FirstOrDefault(static form => form is not null) is { } form => Filled(id, form, rest),
            _ when word.StartsWith('/') => Command(word[1..], rest, id),
            _ => null,
        };
    }

    private JsonObject? Typing(string line, long id)
    {
        var (word, rest) = line.StartsWith('/') && line.Split(' ', 2) is [var first, var other] ? (first[1..], other) : ("ask", $"question:{line}");
        if (Command(word, rest, id) is not { } command)
        {
            return null;
        }

        command["type"] = 4;
        if ((Json.Objects(command["data"]!["options"]).FirstOrDefault()?["options"] ?? command["data"]!["options"]) is JsonArray { Count: > 0 } options)
        {
            options[^1]!["focused"] = true;
        }

        return command;
    }

    /// <summary>"/library show lecture:The Gracchi"; what stands before the first name is the first option's.</summary>
    private JsonObject? Command(string name, string rest, long id)
    {
        if (commands.FirstOrDefault(command => Json.Text(command["name"]) == name) is not { } known)
        {
            return null;
        }

        var subcommand = Json.Objects(known["options"]).FirstOrDefault(option => Json.Number(option["type"]) == 1 && rest.Split(' ')[0] == Json.Text(option["name"]));
        var (command, resolved) = (Samples.Command(id), new JsonObject());
        var options = Options(subcommand is null ? rest : rest[(rest.Split(' ')[0].Length)..], Json.Objects((subcommand ?? known)["options"]).ToList(), resolved);
        (command["data"]!["name"], command["data"]!["options"]) = (name, subcommand is null
            ? options
            : new JsonArray(new JsonObject { ["name"] = Json.Text(subcommand["name"]), ["type"] = 1, ["options"] = options }));
        command["data"]!["resolved"] = resolved;
        return command;
    }

    private JsonArray Options(string text, List<JsonObject> known, JsonObject resolved)
    {
        var (options, names) = (new JsonArray(), OptionName().Matches(text).Where(match => known.Any(option => Json.Text(option["name"]) == match.Groups[1].Value)).ToList());
        if (text[..(names.FirstOrDefault()?.Index ?? text.Length)].Trim() is { Length: > 0 } before && known.FirstOrDefault() is { } nameless)
        {
            options.Add(Option(nameless, before, resolved));
        }

        foreach (var (match, next) in names.Zip([.. names.Skip(1).Select(static match => match.Index), text.Length]))
        {
            options.Add(Option(known.First(option => Json.Text(option["name"]) == match.Groups[1].Value), text[(match.Index + match.Length)..next].Trim(), resolved));
        }

        return options;
    }

    private JsonObject Option(JsonObject known, string value, JsonObject resolved)
    {
        var type = Json.Number(known["type"]);
        return new JsonObject
        {
            ["name"] = Json.Text(known["name"]),
            ["type"] = type,
            ["value"] = type switch
            {
                4 or 10 when double.TryParse(value, CultureInfo.InvariantCulture, out var number) => type == 4 ? JsonValue.Create((long)number) : JsonValue.Create(number),
                5 => value is "" or "true" or "yes",
                11 => Attached(value, resolved),
                7 or 8 => Resolved(value, type == 8 ? "roles" : "channels", resolved),
                _ => value,
            },
        };
    }

    private string Attached(string file, JsonObject resolved)
    {
        var (id, content) = ((++attachments).ToString(CultureInfo.InvariantCulture), File.ReadAllBytes(file));
        (resolved["attachments"] ??= new JsonObject())[id] = new JsonObject
        {
            ["id"] = id,
            ["filename"] = Path.GetFileName(file),
            ["size"] = content.Length,
            ["url"] = cdn.Put($"/attachments/1/{id}/{Uri.EscapeDataString(Path.GetFileName(file))}", content),
            ["content_type"] = "text/plain; charset=utf-8",
            ["ephemeral"] = true,
        };
        return id;
    }

    private static string Resolved(string id, string kind, JsonObject resolved)
    {
        (resolved[kind] ??= new JsonObject())[id] = new JsonObject { ["id"] = id, ["name"] = "a name", ["type"] = 0 };
        return id;
    }

    private static JsonObject Found(long id, string content)
    {
        var command = Samples.MessageCommand(id);
        command["data"]!["resolved"]!["messages"]!["55"]!["content"] = content;
        return command;
    }

    private static JsonObject? Chosen(long id, string label, JsonObject shown)
    {
        if (Component(shown, 3, null) is not { } select || Json.Objects(select["options"]).FirstOrDefault(option => Json.Text(option["label"]) == label) is not { } option)
        {
            return null;
        }

        var chosen = Pressed(id, select, shown);
        (chosen["data"]!["component_type"], chosen["data"]!["values"]) = (3, new JsonArray(option["value"]!.DeepClone()));
        return chosen;
    }

    private static JsonObject? Picked(long id, string[] ids, JsonObject shown)
    {
        if ((Component(shown, 6, null) ?? Component(shown, 8, null)) is not { } select)
        {
            return null;
        }

        var (picked, resolved) = (Pressed(id, select, shown), new JsonObject());
        var kind = Json.Number(select["type"]) == 6 ? "roles" : "channels";
        (picked["data"]!["component_type"], picked["data"]!["values"]) = (select["type"]!.DeepClone(), new JsonArray([.. ids.Select(one => JsonValue.Create(Resolved(one, kind, resolved)))]));
        picked["data"]!["resolved"] = resolved;
        return picked;
    }

    private static JsonObject Filled(long id, string form, string rest)
    {
        var (filled, names) = (Samples.Modal(id), OptionName().Matches(rest));
        filled["data"]!["custom_id"] = form;
        filled["data"]!["components"] = new JsonArray([.. names.Zip([.. names.Skip(1).Select(static match => match.Index), rest.Length], (match, next) => new JsonObject
        {
            ["type"] = 18,
            ["id"] = match.Index + 1,
            ["component"] = new JsonObject { ["type"] = 4, ["id"] = match.Index + 1000, ["custom_id"] = match.Groups[1].Value, ["value"] = rest[(match.Index + match.Length)..next].Trim() },
        })]);
        return filled;
    }

    private static JsonObject? Component(JsonObject shown, int type, string? label) => Json.Objects(shown["data"]?["components"])
        .SelectMany(static row => Json.Objects(row["components"]))
        .FirstOrDefault(component => Json.Number(component["type"]) == type && (label is null || Json.Text(component["label"]) == label));

    /// <summary>With the message as Discord would send it along.</summary>
    private static JsonObject Pressed(long id, JsonObject component, JsonObject shown)
    {
        var (data, pressed) = (shown["data"]!, Samples.Button(id, Json.Text(component["custom_id"])!));
        pressed["message"] = new JsonObject
        {
            ["id"] = "66",
            ["content"] = "",
            ["embeds"] = data["embeds"]?.DeepClone(),
            ["components"] = data["components"]?.DeepClone(),
            ["flags"] = data["flags"]?.DeepClone() ?? 0,
            ["interaction_metadata"] = new JsonObject { ["id"] = "1", ["user"] = new JsonObject { ["id"] = RigPerson.Id } },
        };
        return pressed;
    }

    [GeneratedRegex("(?:^| )([a-z][a-z0-9-]*):")]
    private static partial Regex OptionName();
}
