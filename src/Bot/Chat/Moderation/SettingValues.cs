using System.Globalization;
using Bot.Storage;

namespace Bot.Chat.Moderation;

/// <summary>From what is chosen or typed to settings. Pure.</summary>
internal static class SettingValues
{
    private const int MostChannels = 25;

    /// <summary>The settings with the change, or what is wrong with it.</summary>
    /// <param name="server">Its role of the same id is everybody.</param>
    public static (ServerSettings Settings, string? Problem) Apply(ServerSettings settings, SettingChange change, ServerId server) => (change.Setting, change.Values) switch
    {
        (ServerSetting.Moderators, []) => (settings with { ModeratorRole = null }, null),
        (ServerSetting.Moderators, [var role]) when role == server.Value => (settings, "The role @everyone would make everybody a moderator. Choose another."),
        (ServerSetting.Moderators, [var role]) when IsId(role) => (settings with { ModeratorRole = role }, null),
        (ServerSetting.Channels, { Count: <= MostChannels } channels) when channels.All(IsId) => (settings with { Channels = [.. channels.Distinct(StringComparer.Ordinal)] }, null),
        (ServerSetting.Answers, []) => (settings with { PrivateAnswers = false }, null),
        (ServerSetting.Answers, ["private"]) => (settings with { PrivateAnswers = true }, null),
        (ServerSetting.Answers, ["public"]) => (settings with { PrivateAnswers = false }, null),
        (ServerSetting.Excerpts, []) => (settings with { Excerpts = ServerSettings.Default.Excerpts }, null),
        (ServerSetting.Excerpts, [var text]) when Number(text) is >= ServerSettings.FewestExcerpts and <= ServerSettings.MostExcerpts and { } number => (settings with { Excerpts = number }, null),
        (ServerSetting.Confidence, []) => (settings with { Threshold = null }, null),
        (ServerSetting.Confidence, [var text]) when Share(text) is >= ServerSettings.LowestThreshold and <= ServerSettings.HighestThreshold and { } share => (settings with { Threshold = share }, null),
        (ServerSetting.Pace, []) => (settings with { UserPerMinute = null }, null),
        (ServerSetting.Pace, [var text]) when Number(text) is >= ServerSettings.LeastPerMinute and <= ServerSettings.MostPerMinute and { } number => (settings with { UserPerMinute = number }, null),
        (ServerSetting.Retention, []) => (settings with { RetentionDays = ServerSettings.Default.RetentionDays }, null),
        (ServerSetting.Retention, [var text]) when Number(text) is >= ServerSettings.ShortestRetention and <= ServerSettings.LongestRetention and { } number => (settings with { RetentionDays = number }, null),
        (ServerSetting.Log, []) => (settings with { LogChannel = null }, null),
        (ServerSetting.Log, [var channel]) when IsId(channel) => (settings with { LogChannel = channel }, null),
        _ => (settings, $"This cannot be set so. {SettingText.Limits(change.Setting)}"),
    };

    private static bool IsId(string text) => text.Length is > 0 and <= 20 && text.All(char.IsAsciiDigit);

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static double? Share(string text) => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) ? share : null;
}
