using System.Globalization;

namespace Bot.Storage;

/// <summary>Servers' settings, a row each; what is not set has no row.</summary>
internal sealed class SettingsStore(Database database)
{
    public ServerSettings Get(ServerId server) => Read(database.Read(
        session => session.Query("select name, value from settings where server = $1", static row => (Name: row.Text(0), Value: row.Text(1)), server), otherwise: []));

    public void Set(ServerId server, ServerSettings settings) => database.Write(session =>
    {
        session.Execute("delete from settings where server = $1", server);
        foreach (var (name, value) in Rows(settings.WithinLimits()))
        {
            session.Execute("insert into settings (server, name, value) values ($1, $2, $3)", server, name, value);
        }
    });

    private static ServerSettings Read(List<(string Name, string Value)> rows)
    {
        var settings = ServerSettings.Default;
        foreach (var (name, value) in rows)
        {
            settings = name switch
            {
                nameof(ServerSettings.ModeratorRole) => settings with { ModeratorRole = value },
                nameof(ServerSettings.Channels) => settings with { Channels = value.Split(',', StringSplitOptions.RemoveEmptyEntries) },
                nameof(ServerSettings.PrivateAnswers) => settings with { PrivateAnswers = value == "1" },
                nameof(ServerSettings.Excerpts) => settings with { Excerpts = Number(value) },
                nameof(ServerSettings.Threshold) => settings with { Threshold = double.Parse(value, CultureInfo.InvariantCulture) },
                nameof(ServerSettings.UserPerMinute) => settings with { UserPerMinute = Number(value) },
                nameof(ServerSettings.RetentionDays) => settings with { RetentionDays = Number(value) },
                nameof(ServerSettings.LogChannel) => settings with { LogChannel = value },
                _ => settings,
            };
        }

        return settings;
    }

    private static IEnumerable<(string Name, string Value)> Rows(ServerSettings settings)
    {
        (string, string?)[] rows =
        [
            (nameof(settings.ModeratorRole), settings.ModeratorRole),
            (nameof(settings.Channels), settings.Channels.Count == 0 ? null : string.Join(',', settings.Channels)),
            (nameof(settings.PrivateAnswers), settings.PrivateAnswers ? "1" : null),
            (nameof(settings.Excerpts), settings.Excerpts == ServerSettings.Default.Excerpts ? null : settings.Excerpts.ToString(CultureInfo.InvariantCulture)),
            (nameof(settings.Threshold), settings.Threshold?.ToString(CultureInfo.InvariantCulture)),
            (nameof(settings.UserPerMinute), settings.UserPerMinute?.ToString(CultureInfo.InvariantCulture)),
            (nameof(settings.RetentionDays), settings.RetentionDays == ServerSettings.Default.RetentionDays ? null : settings.RetentionDays.ToString(CultureInfo.InvariantCulture)),
            (nameof(settings.LogChannel), settings.LogChannel),
        ];
        return rows.Where(static row => row.Item2 is not null).Select(static row => (row.Item1, row.Item2 ?? ""));
    }

    private static int Number(string value) => int.Parse(value, CultureInfo.InvariantCulture);
}
