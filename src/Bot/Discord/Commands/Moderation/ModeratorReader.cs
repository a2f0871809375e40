using System.Globalization;
using System.Text.Json;
using Bot.Chat.Moderation;
using Bot.Discord.Protocol;

namespace Bot.Discord.Commands.Moderation;

/// <summary>From an interaction to what a moderator wants; but for files, which must be fetched. Pure.</summary>
internal static class ModeratorReader
{
    private const int LongestFilter = 60;

    /// <summary>Discord takes so much where it does not say how much more.</summary>
    private const long UsualUpload = 10 * 1024 * 1024;

    private const long MostUpload = 24_000_000;

    /// <summary>Null for a command that this version of Clio does not have, and for one that brings files.</summary>
    public static ModeratorRequest? Command(Interaction interaction)
    {
        var options = new ModeratorOptions(interaction);
        return options.Command switch
        {
            "library remove" when options.Text("lecture") is { } lecture => new ModeratorRequest.Remove(lecture, IsSure: false),
            "library restore" when options.Text("lecture") is { } lecture => new ModeratorRequest.Restore(lecture, Version(options.Integer("version"))),
            "library show" when options.Text("lecture") is { } lecture => new ModeratorRequest.Show(lecture),
            "library list" => new ModeratorRequest.List(Filter(options.Text("filter")), 0),
            "library export" => new ModeratorRequest.Export(options.Text("lecture"), MostBytes(interaction)),
            "library history" => new ModeratorRequest.History(0),
            "reindex run" => new ModeratorRequest.Reindex(options.Flag("all") == true, options.Flag("dry-run") == true),
            "reindex status" => new ModeratorRequest.ReindexStatus(),
            "reindex cancel" => new ModeratorRequest.ReindexCancel(),
            "questions add" when options.Text("question") is { } question && options.Text("lecture") is { } lecture => new ModeratorRequest.AddQuestion(question, lecture),
            "questions list" => new ModeratorRequest.Questions(0),
            "questions remove" when options.Text("question") is { } question => new ModeratorRequest.RemoveQuestion(question),
            "questions check" => new ModeratorRequest.CheckQuestions(),
            "names add" when options.Text("names") is { } line => new ModeratorRequest.AddNames(line),
            "names remove" when options.Text("names") is { } line => new ModeratorRequest.RemoveNames(line),
            "names list" => new ModeratorRequest.Names(0),
            "answers unanswered" => new ModeratorRequest.Unanswered(0),
            "answers feedback" => new ModeratorRequest.NotHelpful(0),
            "answers stats" => new ModeratorRequest.Statistics(),
            "settings show" => new ModeratorRequest.Settings(),
            "settings set" => new ModeratorRequest.Change([.. Changes(options, interaction)]),
            "settings erase" => new ModeratorRequest.AskErase(),
            _ => null,
        };
    }

    /// <summary>What a button or a select is for.</summary>
    public static ModeratorRequest? Component(Interaction interaction) => interaction.Data?.CustomId == ModeratorId.Choose
        ? ModeratorId.Read(interaction.Data.Values is [var chosen] ? chosen : null, [])
        : ModeratorId.Read(interaction.Data?.CustomId, [.. (interaction.Data?.Values ?? []).Select(id => Known(id, interaction, isRole: interaction.Data?.CustomId == ModeratorId.Pick(ServerSetting.Moderators)) ?? "?")]);

    /// <summary>What a form was filled in for.</summary>
    public static ModeratorRequest? Form(Interaction interaction)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect(interaction.Data?.Components, fields);
        return ModeratorId.Read(interaction.Data?.CustomId, []) switch
        {
            ModeratorRequest.Edit edit => edit with { Details = Details(fields.GetValueOrDefault) },
            ModeratorRequest.Erase => new ModeratorRequest.Erase(fields.GetValueOrDefault("word") ?? ""),
            _ => null,
        };
    }

    public static TypedDetails Details(Func<string, string?> value) => new(value("title"), value("series"), value("speaker"), value("date"), value("url"));

    private static IEnumerable<SettingChange> Changes(ModeratorOptions options, Interaction interaction)
    {
        (string Option, ServerSetting Setting, string? Value)[] given =
        [
            ("role", ServerSetting.Moderators, Known(options.Text("role"), interaction, isRole: true)),
            ("log", ServerSetting.Log, Known(options.Text("log"), interaction, isRole: false)),
            ("private", ServerSetting.Answers, options.Flag("private") is { } flag ? flag ? "private" : "public" : null),
            ("excerpts", ServerSetting.Excerpts, options.Integer("excerpts")?.ToString(CultureInfo.InvariantCulture)),
            ("confidence", ServerSetting.Confidence, options.Find("confidence")?.Value is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : null),
            ("per-minute", ServerSetting.Pace, options.Integer("per-minute")?.ToString(CultureInfo.InvariantCulture)),
            ("days", ServerSetting.Retention, options.Integer("days")?.ToString(CultureInfo.InvariantCulture)),
        ];
        return given.Where(one => options.Find(one.Option) is not null).Select(static one => new SettingChange(one.Setting, [one.Value ?? "?"]));
    }

    /// <summary>Only ids that Discord itself has looked up in the server count, and each only as what it is.</summary>
    private static string? Known(string? id, Interaction interaction, bool isRole) =>
        id is not null && interaction.Data?.Resolved is { } resolved && (isRole ? resolved.Roles?.ContainsKey(id) : resolved.Channels?.ContainsKey(id)) == true ? id : null;

    private static void Collect(IReadOnlyList<Component>? components, Dictionary<string, string> fields)
    {
        foreach (var component in components ?? [])
        {
            switch (component)
            {
                case Component.Labelled { Input: { } input }:
                    Collect([input], fields);
                    break;
                case Component.ActionRow row:
                    Collect(row.Components, fields);
                    break;
                case Component.TextInput { CustomId: { } name, Value: { } value }:
                    fields[name] = value;
                    break;
            }
        }
    }

    private static string Filter(string? typed) => typed is null ? "" : typed.Length <= LongestFilter ? typed.Trim() : typed[..LongestFilter].Trim();

    private static int? Version(long? number) => number is { } version ? (int)Math.Clamp(version, 0, int.MaxValue) : null;

    private static long MostBytes(Interaction interaction) => Math.Clamp(interaction.AttachmentSizeLimit ?? UsualUpload, 1, MostUpload);
}
