using System.Diagnostics;
using System.Globalization;
using Bot.Chat.Moderation;

namespace Bot.Discord.Commands.Moderation;

/// <summary>
/// "m1:action:…", at most 100 characters: what a moderator's button, select or form is for. It names no server: whoever presses it is looked
/// at first, and what it names is looked up in their server alone. So it needs no signature.
/// </summary>
internal static class ModeratorId
{
    public const string Prefix = "m1:";

    /// <summary>Of a select whose options are ids themselves.</summary>
    public const string Choose = "m1:choose";

    private const string None = "-";
    private const int LastPage = 100_000;
    private const int LongestId = 16;
    private const int LongestFilter = 60;

    public static bool IsOurs(string? id) => id?.StartsWith(Prefix, StringComparison.Ordinal) == true;

    public static string Write(ModeratorRequest request) => Prefix + string.Join(':', request switch
    {
        ModeratorRequest.AskDetails ask => new[] { "details", ask.Draft },
        ModeratorRequest.Edit edit => ["edit", edit.Draft],
        ModeratorRequest.Publish publish => ["publish", publish.Batch],
        ModeratorRequest.Discard discard => ["discard", discard.Batch],
        ModeratorRequest.List list => ["list", Number(list.Page), list.Filter],
        ModeratorRequest.Remove remove => [remove.IsSure ? "remove" : "asks", remove.Lecture],
        ModeratorRequest.Restore restore => ["restore", restore.Lecture, restore.Version is { } version ? Number(version) : None],
        ModeratorRequest.History history => ["history", Number(history.Page)],
        ModeratorRequest.Reindex run => ["reindex", run.All ? "all" : "changed", run.IsDry ? "dry" : run.IsSure ? "sure" : "run"],
        ModeratorRequest.ReindexCancel => ["cancel"],
        ModeratorRequest.Questions list => ["questions", Number(list.Page)],
        ModeratorRequest.CheckQuestions => ["check"],
        ModeratorRequest.Names list => ["names", Number(list.Page)],
        ModeratorRequest.Unanswered list => ["unanswered", Number(list.Page)],
        ModeratorRequest.Handled handled => ["handled", handled.Question.ToString(CultureInfo.InvariantCulture), Number(handled.Page)],
        ModeratorRequest.UnansweredFile => ["csv"],
        ModeratorRequest.NotHelpful list => ["feedback", Number(list.Page)],
        ModeratorRequest.Settings => ["settings"],
        ModeratorRequest.Explain explain => ["explain", Name(explain.Setting)],
        ModeratorRequest.Change { Changes: [var change] } => ["set", Name(change.Setting), .. change.Values],
        ModeratorRequest.AskErase => ["ask-erase"],
        ModeratorRequest.Erase => ["erase"],
        ModeratorRequest.LeaveIt => ["leave"],
        _ => throw new UnreachableException(),
    });

    /// <summary>A select of roles or channels: the values come beside it.</summary>
    public static string Pick(ServerSetting setting) => $"{Prefix}pick:{Name(setting)}";

    /// <summary>Null for what this version of Clio did not write.</summary>
    /// <param name="picked">Ids of roles or channels that were chosen.</param>
    public static ModeratorRequest? Read(string? id, IReadOnlyList<string> picked) => id is { Length: <= 100 } && IsOurs(id) ? id[Prefix.Length..].Split(':') switch
    {
        ["details", var draft] when IsId(draft) => new ModeratorRequest.AskDetails(draft),
        ["edit", var draft] when IsId(draft) => new ModeratorRequest.Edit(draft, new TypedDetails(null, null, null, null, null)),
        ["publish", var batch] when IsId(batch) => new ModeratorRequest.Publish(batch),
        ["discard", var batch] when IsId(batch) => new ModeratorRequest.Discard(batch),
        ["list", var page, .. var filter] when Page(page) is { } number && string.Join(':', filter) is { Length: <= LongestFilter } words => new ModeratorRequest.List(words, number),
        ["remove", var lecture] when IsId(lecture) => new ModeratorRequest.Remove(lecture, IsSure: true),
        ["asks", var lecture] when IsId(lecture) => new ModeratorRequest.Remove(lecture, IsSure: false),
        ["restore", var lecture, None] when IsId(lecture) => new ModeratorRequest.Restore(lecture, null),
        ["restore", var lecture, var version] when IsId(lecture) && Page(version) is { } number => new ModeratorRequest.Restore(lecture, number),
        ["history", var page] when Page(page) is { } number => new ModeratorRequest.History(number),
        ["reindex", ("all" or "changed") and var which, ("dry" or "run" or "sure") and var how] => new ModeratorRequest.Reindex(which == "all", how == "dry", how == "sure"),
        ["cancel"] => new ModeratorRequest.ReindexCancel(),
        ["questions", var page] when Page(page) is { } number => new ModeratorRequest.Questions(number),
        ["check"] => new ModeratorRequest.CheckQuestions(),
        ["names", var page] when Page(page) is { } number => new ModeratorRequest.Names(number),
        ["unanswered", var page] when Page(page) is { } number => new ModeratorRequest.Unanswered(number),
        ["handled", var question, var page] when long.TryParse(question, NumberStyles.None, CultureInfo.InvariantCulture, out var known) && Page(page) is { } number => new ModeratorRequest.Handled(known, number),
        ["csv"] => new ModeratorRequest.UnansweredFile(),
        ["feedback", var page] when Page(page) is { } number => new ModeratorRequest.NotHelpful(number),
        ["settings"] => new ModeratorRequest.Settings(),
        ["explain", var name] when Setting(name) is { } setting => new ModeratorRequest.Explain(setting),
        ["set", var name] when Setting(name) is { } setting => Change(setting, []),
        ["set", var name, var value] when Setting(name) is { } setting => Change(setting, [value]),
        ["pick", var name] when Setting(name) is { } setting => Change(setting, picked),
        ["ask-erase"] => new ModeratorRequest.AskErase(),
        ["erase"] => new ModeratorRequest.Erase(""),
        ["leave"] => new ModeratorRequest.LeaveIt(),
        _ => null,
    } : null;

    private static ModeratorRequest.Change Change(ServerSetting setting, IReadOnlyList<string> values) => new([new SettingChange(setting, values)]);

    private static bool IsId(string text) => text.Length is > 0 and <= LongestId && text.All(static c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9'));

    private static int? Page(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= LastPage && Number(number) == text ? number : null;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Name(ServerSetting setting) => setting.ToString().ToLowerInvariant();

    private static ServerSetting? Setting(string name) =>
        Enum.GetValues<ServerSetting>().Where(setting => Name(setting) == name).Select(static setting => (ServerSetting?)setting).FirstOrDefault();
}
