using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Tests.FakeDiscord.Oracle;

namespace Bot.Tests.FakeDiscord;

/// <summary>The registered commands, given back the way Discord does: with ids, defaults, and localisations only on request.</summary>
internal sealed class FakeRestCommands
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, JsonArray> byGuild = [];
    private int version;

    public JsonArray Get(string guild, bool withLocalizations)
    {
        lock (gate)
        {
            var commands = byGuild.GetValueOrDefault(guild) is { } stored ? (JsonArray)stored.DeepClone() : [];
            if (!withLocalizations)
            {
                foreach (var command in Json.Objects(commands))
                {
                    command.Remove("name_localizations");
                    command.Remove("description_localizations");
                }
            }

            return commands;
        }
    }

    public JsonArray Put(string guild, JsonNode? body)
    {
        lock (gate)
        {
            version++;
            var commands = new JsonArray();
            foreach (var (index, command) in Json.Objects(body).Index())
            {
                commands.Add(AsStored((JsonObject)command.DeepClone(), index));
            }

            byGuild[guild] = commands;
            return (JsonArray)commands.DeepClone();
        }
    }

    /// <summary>An administrator, or an older version, changed something.</summary>
    public void Change(Action<JsonObject> change, string guild = "", int command = 0)
    {
        lock (gate)
        {
            change(byGuild[guild][command]!.AsObject());
        }
    }

    private JsonObject AsStored(JsonObject command, int index)
    {
        command["id"] = (900_000_000_000_000_000 + index).ToString(CultureInfo.InvariantCulture);
        command["application_id"] = FakeRestApplication.Id;
        command["version"] = version.ToString(CultureInfo.InvariantCulture);
        command["type"] ??= 1;
        command["description"] ??= "";
        command["nsfw"] = false;
        command["dm_permission"] = true;
        command["default_permission"] = true;
        command["default_member_permissions"] = command["default_member_permissions"]?.ToString();
        command["name_localizations"] ??= null;
        command["description_localizations"] ??= null;
        foreach (var option in Json.Objects(command["options"]))
        {
            AddDefaults(option);
        }

        return command;
    }

    private static void AddDefaults(JsonObject option)
    {
        option["name_localizations"] ??= null;
        if (Json.Number(option["type"]) > 2)
        {
            option["required"] ??= false;
        }

        foreach (var inner in Json.Objects(option["options"]))
        {
            AddDefaults(inner);
        }
    }
}
