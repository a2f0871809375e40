using System.Globalization;
using Bot.Library;
using Bot.Storage;

namespace Bot.Chat.Moderation;

/// <summary>Shows, explains and changes a server's settings.</summary>
internal sealed class SettingsHandler(Settings settings, OperatorDefaults defaults, IChangePosts posts)
{
    private const int MostChannels = 25;

    public Reply Show(Moderator who, params IEnumerable<Block> first)
    {
        var present = settings.Get(who.Server);
        var problem = posts.Problem(who.Server) is { } reason ? new Block[] { new Block.Item("Log channel", reason) } : [];
        return new Reply(ReplyKind.Answered, [.. first, .. Enum.GetValues<ServerSetting>().Select(setting => SettingText.Present(setting, present, defaults)), .. problem])
        {
            Offers =
            [
                new Offer.Choice("Explain and change …", [.. Enum.GetValues<ServerSetting>().Select(static setting =>
                    new Option(SettingText.Name(setting), SettingText.Short(setting), new ModeratorRequest.Explain(setting)))]),
            ],
        };
    }

    public Reply Explain(Moderator who, ServerSetting setting)
    {
        var present = settings.Get(who.Server);
        return new Reply(ReplyKind.Answered, [SettingText.Present(setting, present, defaults), new Block.Text(SettingText.Explained(setting)), new Block.Text(SettingText.Limits(setting))])
        {
            Offers = [Change(setting, present), new Offer.Step("Default", new ModeratorRequest.Change([new SettingChange(setting, [])])), new Offer.Step("All settings", new ModeratorRequest.Settings())],
        };
    }

    public async Task<Reply> ChangeAsync(Moderator who, IReadOnlyList<SettingChange> changes, CancellationToken cancellation)
    {
        var problems = changes.Select(change => SettingValues.Apply(ServerSettings.Default, change, who.Server).Problem).OfType<string>().ToList();
        if (problems.Count > 0 || changes.Count == 0)
        {
            return Reply.Refused(problems.Count > 0 ? problems : ["Say what is to be changed, or look at /settings show."]);
        }

        if (changes.FirstOrDefault(static change => change is { Setting: ServerSetting.Log, Values.Count: 1 }) is { Values: [var channel] }
            && await posts.TryAsync(who.Server, channel, cancellation) is { } reason)
        {
            return Reply.Refused(reason);
        }

        settings.Change(who.Server, who.UserId, before => changes.Aggregate(before, (now, change) => SettingValues.Apply(now, change, who.Server).Settings));
        return Show(who, new Block.Text("Changed. It counts at once."));
    }

    private static Offer Change(ServerSetting setting, ServerSettings present) => setting switch
    {
        ServerSetting.Moderators => new Offer.Role("Role", setting, present.ModeratorRole),
        ServerSetting.Channels => new Offer.Channels("Channels", setting, present.Channels, MostChannels),
        ServerSetting.Log => new Offer.Channels("Channel", setting, present.LogChannel is { } channel ? [channel] : [], 1),
        ServerSetting.Answers => Choice(setting, present.PrivateAnswers ? "private" : "public", ["public", "private"]),
        ServerSetting.Excerpts => Choice(setting, Text(present.Excerpts), [.. Enumerable.Range(ServerSettings.FewestExcerpts, ServerSettings.MostExcerpts).Select(static number => Text(number))]),
        ServerSetting.Confidence => Choice(setting, present.Threshold is { } share ? share.ToString("0.0#", CultureInfo.InvariantCulture) : null, ["0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9"]),
        ServerSetting.Pace => Choice(setting, present.UserPerMinute is { } number ? Text(number) : null, ["1", "2", "5", "10", "20", "30", "60"]),
        ServerSetting.Retention => Choice(setting, Text(present.RetentionDays), ["1", "7", "14", "30", "60", "90", "180", "365"]),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Offer.Choice Choice(ServerSetting setting, string? present, IReadOnlyList<string> values) => new(
        SettingText.Name(setting),
        [.. values.Select(value => new Option(value, "", new ModeratorRequest.Change([new SettingChange(setting, [value])]), value == present))]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
