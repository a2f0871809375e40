using System.Globalization;
using Bot.Storage;

namespace Bot.Chat.Moderation;

/// <summary>Settings in words. Pure.</summary>
internal static class SettingText
{
    public static string Name(ServerSetting setting) => setting switch
    {
        ServerSetting.Moderators => "Moderators",
        ServerSetting.Channels => "Channels",
        ServerSetting.Answers => "Answers",
        ServerSetting.Excerpts => "Excerpts",
        ServerSetting.Confidence => "Confidence",
        ServerSetting.Pace => "Pace",
        ServerSetting.Retention => "Retention",
        ServerSetting.Log => "Log channel",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>One sentence, at most 100 characters.</summary>
    public static string Short(ServerSetting setting) => setting switch
    {
        ServerSetting.Moderators => "Who may use these commands beside those who manage the server",
        ServerSetting.Channels => "Where /ask works",
        ServerSetting.Answers => "Whether everybody sees an answer, or the asker alone",
        ServerSetting.Excerpts => "How many passages an answer shows",
        ServerSetting.Confidence => "How sure I must be to answer",
        ServerSetting.Pace => "How much one member may ask in a minute",
        ServerSetting.Retention => "How long questions and ratings are kept",
        ServerSetting.Log => "Where every change is told",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Explained(ServerSetting setting) => setting switch
    {
        ServerSetting.Moderators => "Members with this role may use all moderators' commands, as those with Manage Server always may. Discord shows them the commands only if an administrator allows it under Server Settings, Integrations.",
        ServerSetting.Channels => "/ask works in these channels and their threads, and elsewhere says so to the asker alone. None chosen: everywhere.",
        ServerSetting.Answers => "Public: everybody in the channel sees the answer. Private: the asker alone, and may share it. With the option “private” an asker chooses differently.",
        ServerSetting.Excerpts => "The first passage is shown in full, further ones shorter. The arrows lead to more.",
        ServerSetting.Confidence => "Below this probability I say that the lectures do not answer. Higher: fewer answers, and fewer wrong ones.",
        ServerSetting.Pace => "Commands and buttons of one member in a minute. Moderators are not held to it.",
        ServerSetting.Retention => "Questions and ratings are erased after so many days. Who asked is never stored, only a key that cannot be read back.",
        ServerSetting.Log => "Every change that moderators make is posted there. I need View Channel, Send Messages and Embed Links in it.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Limits(ServerSetting setting) => setting switch
    {
        ServerSetting.Excerpts => string.Create(CultureInfo.InvariantCulture, $"Between {ServerSettings.FewestExcerpts} and {ServerSettings.MostExcerpts}."),
        ServerSetting.Confidence => string.Create(CultureInfo.InvariantCulture, $"Between {ServerSettings.LowestThreshold} and {ServerSettings.HighestThreshold}."),
        ServerSetting.Pace => string.Create(CultureInfo.InvariantCulture, $"Between {ServerSettings.LeastPerMinute} and {ServerSettings.MostPerMinute}."),
        ServerSetting.Retention => string.Create(CultureInfo.InvariantCulture, $"Between {ServerSettings.ShortestRetention} and {ServerSettings.LongestRetention} days."),
        ServerSetting.Answers => "Public or private.",
        ServerSetting.Channels => "At most 25 channels.",
        ServerSetting.Moderators or ServerSetting.Log => "Choose one from the list.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static Block Present(ServerSetting setting, ServerSettings settings, OperatorDefaults defaults) => setting switch
    {
        ServerSetting.Moderators when settings.ModeratorRole is { } role => new Block.Reference(Name(setting), ReferenceKind.Role, [role]),
        ServerSetting.Moderators => new Block.Item(Name(setting), "those who manage the server, no role beside them"),
        ServerSetting.Channels when settings.Channels.Count > 0 => new Block.Reference(Name(setting), ReferenceKind.Channel, settings.Channels),
        ServerSetting.Channels => new Block.Item(Name(setting), "everywhere"),
        ServerSetting.Answers => new Block.Item(Name(setting), settings.PrivateAnswers ? "private" : "public"),
        ServerSetting.Excerpts => new Block.Item(Name(setting), settings.Excerpts.ToString(CultureInfo.InvariantCulture)),
        ServerSetting.Confidence => new Block.Item(Name(setting), settings.Threshold is { } share ? Share(share) : $"{Share(defaults.Threshold)}, as whoever runs me has set it"),
        ServerSetting.Pace => new Block.Item(Name(setting), settings.UserPerMinute is { } number ? Pace(number) : $"{Pace(defaults.UserPerMinute)}, as whoever runs me has set it"),
        ServerSetting.Retention => new Block.Item(Name(setting), $"{settings.RetentionDays.ToString(CultureInfo.InvariantCulture)} days"),
        ServerSetting.Log when settings.LogChannel is { } channel => new Block.Reference(Name(setting), ReferenceKind.Channel, [channel]),
        ServerSetting.Log => new Block.Item(Name(setting), "none; /library history shows the changes"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Share(double share) => share.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Pace(int perMinute) => $"{perMinute.ToString(CultureInfo.InvariantCulture)} a minute";
}
