using System.Globalization;
using Bot.Storage;

namespace Bot.Library;

/// <summary>Servers' settings, as they were last known where the store cannot be read.</summary>
internal sealed class Settings(SettingsStore store, Database database, AuditLog audit, TimeProvider time)
{
    private readonly LastKnown<ServerSettings> known = new(time, store.Get, ServerSettings.Default);

    /// <param name="server">Null in a private conversation: the defaults.</param>
    public ServerSettings Get(ServerId? server) => server is { } one ? known.Get(one) : ServerSettings.Default;

    /// <summary>Numbers are moved into their ranges.</summary>
    /// <returns>The settings as they are now.</returns>
    /// <exception cref="StorageException">They are as they were.</exception>
    public ServerSettings Change(ServerId server, string by, Func<ServerSettings, ServerSettings> change)
    {
        var (after, entries) = database.Write(_ =>
        {
            var before = store.Get(server);
            var wanted = change(before).WithinLimits();
            store.Set(server, wanted);
            return (wanted, Described(before).Zip(Described(wanted))
                .Where(static pair => pair.First.Value != pair.Second.Value)
                .Select(pair => audit.Write(server, by, "settings", pair.First.Name, pair.First.Value, pair.Second.Value)).ToList());
        });
        known.Forget(server);
        audit.Told(server, entries);
        return after;
    }

    private static IEnumerable<(string Name, string Value)> Described(ServerSettings settings) =>
    [
        ("moderator role", settings.ModeratorRole ?? "none"),
        ("channels", settings.Channels.Count == 0 ? "all" : string.Join(", ", settings.Channels)),
        ("answers", settings.PrivateAnswers ? "private" : "public"),
        ("excerpts", settings.Excerpts.ToString(CultureInfo.InvariantCulture)),
        ("confidence", settings.Threshold?.ToString("0.00", CultureInfo.InvariantCulture) ?? "as the operator has set it"),
        ("commands of a member a minute", settings.UserPerMinute?.ToString(CultureInfo.InvariantCulture) ?? "as the operator has set it"),
        ("days that questions are kept", settings.RetentionDays.ToString(CultureInfo.InvariantCulture)),
        ("log channel", settings.LogChannel ?? "none"),
    ];
}
