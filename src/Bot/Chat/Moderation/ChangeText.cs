using System.Globalization;
using Bot.Storage;

namespace Bot.Chat.Moderation;

/// <summary>A change in words.</summary>
internal static class ChangeText
{
    public static string Of(AuditEntry entry) => string.Create(
        CultureInfo.InvariantCulture, $"{entry.At:yyyy-MM-dd HH:mm} · {entry.Actor} · {entry.Action} · {entry.Subject}{(Step(entry) is { Length: > 0 } step ? $" · {step}" : "")}");

    /// <summary>"3 → 4"; empty where there is nothing to say of before and after.</summary>
    public static string Step(AuditEntry entry) => (entry.Before, entry.After) switch
    {
        (null, null) => "",
        (null, var after) => after ?? "",
        (var before, null) => $"{before} → gone",
        var (before, after) => $"{before} → {after}",
    };
}
