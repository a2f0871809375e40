using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Library;
using Bot.Storage;
using Bot.Tests.FakeDiscord.Oracle;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.FakeDiscord;

/// <summary>The whole program with Discord's file host, and a shared library of one lecture; for what moderators of several servers do.</summary>
internal sealed class ModeratorRig : IAsyncDisposable
{
    public const string Home = "800000000000000001";
    public const string Elsewhere = "800000000000000002";
    public const string Role = "840000000000000007";
    public const string Channel = "820000000000000001";
    public const string SharedText = "The Republic of Amber was founded by seven sisters in the year 1411.\n";

    private readonly TemporaryFolder folder;
    private long attachments = 600_000_000_000_000_000;

    private ModeratorRig(TemporaryFolder folder, FakeCdn cdn, ClioRig clio) => (this.folder, Cdn, Clio) = (folder, cdn, clio);

    public FakeCdn Cdn { get; }

    public ClioRig Clio { get; }

    public string StoreFolder => folder.File("store");

    public string LecturesFolder => folder.File("lectures");

    public static async Task<ModeratorRig> StartAsync(DeliveryUnderTest? delivery = null, params (string Key, string Value)[] settings)
    {
        var folder = new TemporaryFolder();
        folder.Write("lectures/shared.txt", SharedText);
        var cdn = await FakeCdn.StartAsync(new Journal(TimeProvider.System), TestContext.Current.CancellationToken);
        var clio = await ClioRig.StartAsync(
            delivery ?? DeliveryUnderTest.Gateway,
            [("Library:Lectures", folder.File("lectures")), ("Library:Store", folder.File("store")), ("Discord:CdnHosts:0", cdn.Authority), ("Discord:Cooldowns:ServerBurst", "100000"), .. settings]);
        cdn.Journal = clio.Rest.Journal;
        return new ModeratorRig(folder, cdn, clio);
    }

    public T Get<T>()
        where T : notnull => Clio.Services.GetRequiredService<T>();

    public static ServerId Server(string guild) => ServerId.From(guild)!.Value;

    /// <summary>"library show" with options.</summary>
    public JsonObject Command(string command, params (string Name, JsonNode Value)[] options)
    {
        var words = command.Split(' ');
        return Clio.Command(words[0], new JsonObject { ["name"] = words[1], ["type"] = 1, ["options"] = new JsonArray([.. options.Select(static option => Option(option.Name, option.Value))]) });
    }

    /// <summary>/library add with files; Discord tells of each what it is given here.</summary>
    public JsonObject Add(IReadOnlyList<JsonObject> files, params (string Name, JsonNode Value)[] options)
    {
        var command = Command("library add", options);
        var (all, resolved) = (command["data"]!["options"]![0]!["options"]!.AsArray(), new JsonObject());
        foreach (var (index, file) in files.Index())
        {
            var id = file["id"]!.GetValue<string>();
            all.Add(new JsonObject { ["name"] = index == 0 ? "file" : $"file{index + 1}", ["type"] = 11, ["value"] = id });
            resolved[id] = file.DeepClone();
        }

        command["data"]!["resolved"] = new JsonObject { ["attachments"] = resolved };
        return command;
    }

    public JsonObject Attach(string name, string text) => Attach(name, Encoding.UTF8.GetBytes(text));

    public JsonObject Attach(string name, byte[] content)
    {
        var id = ++attachments;
        return Attachment(id, name, Cdn.Put($"/attachments/1/{id}/file", content), content.Length);
    }

    public JsonObject Attach(string name, long size, RequestDelegate serve)
    {
        var id = ++attachments;
        return Attachment(id, name, Cdn.Put($"/attachments/1/{id}/file", serve), size);
    }

    public JsonObject AttachAt(string url, string name = "lecture.txt", long size = 10) => Attachment(++attachments, name, url, size);

    public JsonObject Typing(string command, string option, string typed)
    {
        var interaction = Command(command, (option, typed));
        interaction["type"] = 4;
        interaction["data"]!["options"]![0]!["options"]![0]!["focused"] = true;
        return interaction;
    }

    public JsonObject Button(string customId)
    {
        var button = Samples.Button(Clio.NextId(), customId);
        button["message"] = new JsonObject { ["id"] = "66", ["content"] = "", ["flags"] = 64 };
        return button;
    }

    /// <summary>A select of Clio's own options.</summary>
    public JsonObject Choice(JsonObject answer, string label)
    {
        var select = Components(answer).Single(static component => Json.Number(component["type"]) == 3);
        var button = Button(Json.Text(select["custom_id"])!);
        button["data"]!["component_type"] = 3;
        button["data"]!["values"] = new JsonArray(Json.Objects(select["options"]).Single(option => Json.Text(option["label"]) == label)["value"]!.DeepClone());
        return button;
    }

    /// <summary>A select of roles or channels, which Discord fills.</summary>
    public JsonObject Picked(string customId, string kind, params string[] ids)
    {
        var button = Button(customId);
        button["data"]!["component_type"] = kind == "roles" ? 6 : 8;
        button["data"]!["values"] = new JsonArray([.. ids.Select(static id => JsonValue.Create(id))]);
        button["data"]!["resolved"] = new JsonObject { [kind] = new JsonObject([.. ids.Select(static id => KeyValuePair.Create(id, (JsonNode?)new JsonObject { ["id"] = id, ["name"] = "a name", ["type"] = 0 }))]) };
        return button;
    }

    public JsonObject Form(string customId, params (string Name, string Value)[] fields)
    {
        var form = Samples.Modal(Clio.NextId());
        form["data"]!["custom_id"] = customId;
        form["data"]!["components"] = new JsonArray([.. fields.Select(static (field, i) => new JsonObject
        {
            ["type"] = 18,
            ["id"] = i + 1,
            ["component"] = new JsonObject { ["type"] = 4, ["id"] = i + 20, ["custom_id"] = field.Name, ["value"] = field.Value },
        })]);
        return form;
    }

    public Task<JsonObject> PressAsync(JsonObject answer, string label, Who who = Who.Administrator, string guild = Home) =>
        SendAsync(Button(ClioRig.ButtonIds(WithoutSelects(answer))[label]), who, guild);

    /// <summary>Sends it as somebody and gives what they come to see, as a callback; where Clio has deferred, what came in its place.</summary>
    public async Task<JsonObject> SendAsync(JsonObject interaction, Who who = Who.Administrator, string guild = Home, string user = ClioRig.Asker)
    {
        As(interaction, who, guild, user);
        var answer = await Clio.SendAsync(interaction);
        if (ClioRig.Type(answer) is not (5 or 6))
        {
            return answer;
        }

        var token = interaction["token"]!.GetValue<string>();
        var entry = await Clio.Rest.Journal.WaitForAsync(
            entry => entry.Kind == "rest" && entry.Subject.Contains(token, StringComparison.Ordinal) && (entry.Subject.StartsWith("PATCH", StringComparison.Ordinal) || entry.Subject.StartsWith("POST /webhooks", StringComparison.Ordinal)),
            TestContext.Current.CancellationToken);
        return new JsonObject { ["type"] = entry.Subject.StartsWith("PATCH", StringComparison.Ordinal) && ClioRig.Type(answer) == 6 ? 7 : 4, ["data"] = JsonNode.Parse(entry.Body) };
    }

    public static JsonObject As(JsonObject interaction, Who who, string guild = Home, string user = ClioRig.Asker)
    {
        var member = interaction["member"]!.AsObject();
        member["user"]!["id"] = user;
        interaction["guild_id"] = guild;
        interaction["authorizing_integration_owners"] = new JsonObject { ["0"] = guild };
        member["roles"] = new JsonArray(who is Who.RoleHolder or Who.OtherServersMember ? Role : "840000000000000001");
        member["permissions"] = who switch
        {
            Who.Administrator => "10376293541461622824",
            Who.Manager or Who.OtherServersAdministrator or Who.ForeignInstall or Who.UserInstall => "32",
            Who.Nonsense => new string('9', 60) + "x",

            // All but Administrator and Manage Server.
            _ => (ulong.MaxValue & ~(8UL | 32UL)).ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        switch (who)
        {
            case Who.OtherServersAdministrator or Who.OtherServersMember:
                interaction["guild_id"] = Elsewhere;
                interaction["authorizing_integration_owners"] = new JsonObject { ["0"] = Elsewhere };
                break;
            case Who.DirectMessage:
                interaction["user"] = member["user"]!.DeepClone();
                interaction.Remove("member");
                interaction.Remove("guild_id");
                interaction["authorizing_integration_owners"] = new JsonObject { ["0"] = "0" };
                interaction["context"] = 1;
                break;
            case Who.UserInstall:
                interaction["authorizing_integration_owners"] = new JsonObject { ["1"] = user };
                break;
            case Who.ForeignInstall:
                interaction["authorizing_integration_owners"] = new JsonObject { ["0"] = Elsewhere };
                break;
        }

        return interaction;
    }

    /// <summary>Adds one lecture and publishes it, by commands and buttons alone.</summary>
    public async Task<string> PublishAsync(string title, string text, string guild = Home)
    {
        var draft = await SendAsync(Add([Attach($"{title}.txt", text)], ("title", title)), guild: guild);
        await PressAsync(draft, "Publish", guild: guild);
        return Get<LectureShelf>().List(Server(guild), title, 0, 10).Lectures.Single(static lecture => !lecture.IsShared).Id;
    }

    public Task<JsonObject> AskAsync(string question, string guild = Home, Who who = Who.Member) => SendAsync(Clio.AskCommand(question), who, guild);

    public static IReadOnlyDictionary<string, string> Zip(byte[] content)
    {
        using var zip = new ZipArchive(new MemoryStream(content));
        return zip.Entries.ToDictionary(static entry => entry.FullName, static entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        });
    }

    public static IEnumerable<JsonObject> Components(JsonObject answer) => Json.Objects(answer["data"]!["components"]).SelectMany(static row => Json.Objects(row["components"]));

    /// <summary>The embed's text as a member sees it, without the backslashes that keep it text.</summary>
    public static string Shown(JsonObject answer) => ClioRig.Description(answer).Replace("\\", "", StringComparison.Ordinal).Replace("\u200B", "", StringComparison.Ordinal);

    /// <summary>What a member could read of an answer: all texts in it.</summary>
    public static string AllText(JsonObject answer) => string.Join('\n', Texts(answer));

    public async ValueTask DisposeAsync()
    {
        await Clio.DisposeAsync();
        await Cdn.DisposeAsync();
        folder.Dispose();
    }

    private static JsonObject WithoutSelects(JsonObject answer)
    {
        var rows = Json.Objects(answer["data"]!["components"]).Where(static row => Json.Objects(row["components"]).All(static component => Json.Number(component["type"]) == 2));
        return new JsonObject { ["data"] = new JsonObject { ["components"] = new JsonArray([.. rows.Select(static row => row.DeepClone())]) } };
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(static member => Texts(member.Value)),
        JsonArray all => all.SelectMany(Texts),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [value.GetValue<string>()],
        _ => [],
    };

    private static JsonObject Option(string name, JsonNode value) => new()
    {
        ["name"] = name,
        ["type"] = value.GetValueKind() switch
        {
            JsonValueKind.String => 3,
            JsonValueKind.Number => name == "confidence" ? 10 : 4,
            _ => 5,
        },
        ["value"] = value,
    };

    private static JsonObject Attachment(long id, string name, string url, long size) => new()
    {
        ["id"] = id.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["filename"] = name,
        ["size"] = size,
        ["url"] = $"{url}?ex=66aabbcc&is=66aabb00&hm=0123456789abcdef",
        ["proxy_url"] = url,
        ["content_type"] = "text/plain; charset=utf-8",
        ["ephemeral"] = true,
    };
}
