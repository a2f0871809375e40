using System.Text.Json.Nodes;
using Bot.Chat.Moderation;
using Bot.Discord.Commands;
using Bot.Discord.Commands.Moderation;
using Bot.Discord.Protocol;
using Bot.Library;
using Bot.Storage;
using Bot.Tests.FakeDiscord;

namespace Bot.Tests.Discord.Moderation;

/// <summary>Every command, button, select, form and typed letter of moderators, by everybody who may try it: allowed exactly to those who may.</summary>
public sealed class ModeratorMatrixTests
{
    private const string Secret = "General Ombra of Zentavia crossed the river Quill with nine thousand men.\n";

    public static TheoryData<Who> Everybody => [.. Enum.GetValues<Who>()];

    [Theory]
    [Trait("Rule", "82")]
    [MemberData(nameof(Everybody))]
    public async Task Whoever_tries_is_let_in_only_where_they_moderate(Who who)
    {
        await using var rig = await ModeratorRig.StartAsync();
        var material = await PrepareAsync(rig);
        var before = State(rig);

        foreach (var (name, interaction) in Tries(rig, material))
        {
            var answer = await rig.SendAsync(interaction, who);
            var text = ClioRig.Type(answer) == 9 ? "" : ModeratorRig.AllText(answer);
            Assert.True(ClioRig.Type(answer) is 7 or 8 or 9 || ClioRig.IsPrivate(answer) || answer["data"]!["flags"] is null, name);
            if (who is Who.Administrator or Who.Manager or Who.RoleHolder)
            {
                Assert.False(text.Contains("for the moderators of this server", StringComparison.Ordinal) || text.Contains("nowhere else", StringComparison.Ordinal), $"{who} {name}: {text}");
                Assert.DoesNotContain("I do not know this", text, StringComparison.Ordinal);
                continue;
            }

            // Who moderates another server is let in there, and finds nothing of this one's.
            Assert.True(who == Who.OtherServersAdministrator || IsRefused(answer, text), $"{who} {name}: {text}");
            Assert.DoesNotContain("Zentavia", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Hidden Title", text, StringComparison.OrdinalIgnoreCase);
        }

        if (who is not (Who.Administrator or Who.Manager or Who.RoleHolder))
        {
            Assert.Equal(before, State(rig));
        }
    }

    [Fact]
    [Trait("Rule", "82")]
    public async Task A_role_that_is_no_longer_the_chosen_one_opens_nothing()
    {
        await using var rig = await ModeratorRig.StartAsync();
        var settings = rig.Get<Bot.Library.Settings>();
        settings.Change(ModeratorRig.Server(ModeratorRig.Home), "1", static present => present with { ModeratorRole = ModeratorRig.Role });
        Assert.DoesNotContain("for the moderators", ModeratorRig.Shown(await rig.SendAsync(rig.Command("library list"), Who.RoleHolder)), StringComparison.Ordinal);

        settings.Change(ModeratorRig.Server(ModeratorRig.Home), "1", static present => present with { ModeratorRole = null });

        Assert.Contains("for the moderators", ModeratorRig.Shown(await rig.SendAsync(rig.Command("library list"), Who.RoleHolder)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_is_no_moderator_by_a_role_that_everybody_has()
    {
        await using var rig = await ModeratorRig.StartAsync();

        var answer = await rig.SendAsync(rig.Picked(ModeratorId.Pick(ServerSetting.Moderators), "roles", ModeratorRig.Home));

        Assert.Contains("everybody a moderator", ModeratorRig.Shown(answer), StringComparison.Ordinal);
        Assert.Null(rig.Get<Bot.Library.Settings>().Get(ModeratorRig.Server(ModeratorRig.Home)).ModeratorRole);
    }

    [Fact]
    public async Task A_channel_is_no_role_to_moderate_by_and_a_role_no_channel()
    {
        await using var rig = await ModeratorRig.StartAsync();

        await rig.SendAsync(rig.Picked(ModeratorId.Pick(ServerSetting.Moderators), "channels", ModeratorRig.Channel));
        await rig.SendAsync(rig.Picked(ModeratorId.Pick(ServerSetting.Channels), "roles", ModeratorRig.Role));

        var settings = rig.Get<Bot.Library.Settings>().Get(ModeratorRig.Server(ModeratorRig.Home));
        Assert.Null(settings.ModeratorRole);
        Assert.Empty(settings.Channels);
    }

    [Fact]
    public void Who_may_use_a_command_is_decided_for_every_command_that_is_registered()
    {
        var managers = ApplicationCommands.All.Where(static command => command.DefaultMemberPermissions is not null).ToList();

        Assert.Equal(ModeratorCommands.All, managers);
        Assert.All(managers, static command => Assert.Equal(
            ((ulong)Permissions.ManageGuild, InteractionContext.Guild, IntegrationType.Guild),
            (command.DefaultMemberPermissions, Assert.Single(command.Contexts!), Assert.Single(command.IntegrationTypes!))));
        Assert.All(managers, static command => Assert.All(command.Options!, static option => Assert.Equal(OptionType.Subcommand, option.Type)));
        Assert.DoesNotContain(ApplicationCommands.All.Except(managers), static command => ModeratorCommands.Names.Contains(command.Name));
    }

    [Fact]
    public void The_matrix_holds_every_kind_of_button()
    {
        Assert.All(Requests(Material.Example), static request => Assert.Equal(request.GetType(), ModeratorId.Read(ModeratorId.Write(request), [])?.GetType()));
        Assert.Equal(
            typeof(ModeratorRequest).GetNestedTypes(System.Reflection.BindingFlags.NonPublic).Except(NeverButtons).Select(static type => type.Name).Order(StringComparer.Ordinal),
            Requests(Material.Example).Select(static request => request.GetType().Name).Distinct().Order(StringComparer.Ordinal));
    }

    private static readonly Type[] NeverButtons =
    [
        typeof(ModeratorRequest.Add), typeof(ModeratorRequest.Show), typeof(ModeratorRequest.Export), typeof(ModeratorRequest.ReindexStatus), typeof(ModeratorRequest.AddQuestion),
        typeof(ModeratorRequest.RemoveQuestion), typeof(ModeratorRequest.AddNames), typeof(ModeratorRequest.RemoveNames), typeof(ModeratorRequest.Statistics),
    ];

    /// <summary>Everything that Discord was told of: each command with all of its options, and each option that suggests while one types.</summary>
    private static IEnumerable<(string Name, JsonObject Interaction)> Tries(ModeratorRig rig, Material material)
    {
        var subcommands = ModeratorCommands.All.SelectMany(static command => command.Options!.Select(sub => (Name: $"{command.Name} {sub.Name}", Options: sub.Options ?? []))).ToList();
        foreach (var (command, options) in subcommands)
        {
            var given = options.Where(static option => option.Type is not (OptionType.Attachment or OptionType.Role or OptionType.Channel)).Select(option => (option.Name, Value(option, material))).ToArray();
            yield return (command, options.Any(static option => option.Type == OptionType.Attachment)
                ? rig.Add([rig.Attach("try.txt", "The bishop of Tarn counted his sheep.\n")], given)
                : rig.Command(command, given));
        }

        foreach (var request in Requests(material))
        {
            yield return (request.ToString(), request is ModeratorRequest.Edit or ModeratorRequest.Erase
                ? rig.Form(ModeratorId.Write(request), ("title", "A new name"), ("word", "no"))
                : rig.Button(ModeratorId.Write(request)));
        }

        foreach (var setting in Enum.GetValues<ServerSetting>())
        {
            yield return ($"pick {setting}", setting == ServerSetting.Moderators
                ? rig.Picked(ModeratorId.Pick(setting), "roles", ModeratorRig.Role)
                : rig.Picked(ModeratorId.Pick(setting), "channels", ModeratorRig.Channel));
        }

        foreach (var (command, options) in subcommands)
        {
            foreach (var option in options.Where(static option => option.Autocomplete == true))
            {
                yield return ($"typing {command} {option.Name}", rig.Typing(command, option.Name, ""));
            }
        }
    }

    private static JsonNode Value(CommandOption option, Material material) => option.Type switch
    {
        OptionType.Integer => (long)(option.MinValue ?? 1),
        OptionType.Number => option.MinValue ?? 0.5,
        OptionType.Boolean => true,
        _ => option.Name switch
        {
            "lecture" or "replaces" => material.Lecture,
            "names" => "the Pearl = Ondine",
            "date" => "2024-03-01",
            "url" => "https://example.com/1",
            _ => "Who crossed the Quill?",
        },
    };

    /// <summary>One of every kind that a button, a select or a form can ask for; what erases or removes comes last.</summary>
    private static IReadOnlyList<ModeratorRequest> Requests(Material material) =>
    [
        new ModeratorRequest.AskDetails(material.Draft), new ModeratorRequest.Edit(material.Draft, new TypedDetails(null, null, null, null, null)), new ModeratorRequest.Publish(material.Batch),
        new ModeratorRequest.Discard(material.Batch), new ModeratorRequest.List("a:b", 0), new ModeratorRequest.History(0), new ModeratorRequest.Reindex(true, true), new ModeratorRequest.ReindexCancel(),
        new ModeratorRequest.Questions(0), new ModeratorRequest.CheckQuestions(), new ModeratorRequest.Names(0), new ModeratorRequest.Unanswered(0), new ModeratorRequest.Handled(material.Question, 0),
        new ModeratorRequest.UnansweredFile(), new ModeratorRequest.NotHelpful(0), new ModeratorRequest.Settings(), .. Enum.GetValues<ServerSetting>().Select(static setting => new ModeratorRequest.Explain(setting)),
        new ModeratorRequest.Change([new SettingChange(ServerSetting.Retention, ["7"])]), new ModeratorRequest.Restore(material.Lecture, 1), new ModeratorRequest.Remove(material.Lecture, IsSure: false),
        new ModeratorRequest.Remove(material.Lecture, IsSure: true), new ModeratorRequest.LeaveIt(), new ModeratorRequest.AskErase(), new ModeratorRequest.Erase("no"),
    ];

    private static async Task<Material> PrepareAsync(ModeratorRig rig)
    {
        var home = ModeratorRig.Server(ModeratorRig.Home);
        var lecture = await rig.PublishAsync("Hidden Title", Secret);
        await rig.SendAsync(rig.Add([rig.Attach("Zentavia draft.txt", "The mill of Zentavia ground barley.\n")], ("title", "Hidden Title 2"), ("series", "Zentavia")));
        rig.Get<Bot.Library.Settings>().Change(home, "1", static settings => settings with { ModeratorRole = ModeratorRig.Role });
        rig.Get<ServerNames>().Add(home, "1", "Zentavia = Hidden Title");
        rig.Get<SavedQuestions>().Add(home, "1", "Who crossed the river of Zentavia?", lecture);
        rig.Get<AskedQuestions>().Asked(home, "5", "Where is the queen of Zentavia?", QuestionOutcome.NotFound, 0.1, "Hidden Title");
        rig.Get<AskedQuestions>().Rated(home, "5", "Where is Zentavia?", "p", "Hidden Title", isHelpful: false);
        var draft = rig.Get<DraftStore>().OfBatch(home, rig.Get<Database>().Read(static session => session.Query("select batch from drafts", static row => row.Text(0)), [])[0])[0];
        return new Material(lecture, draft.Batch, draft.Id, rig.Get<AskedQuestions>().Unanswered(home)[0].Questions[0].Id);
    }

    /// <summary>All that could have been changed.</summary>
    private static string State(ModeratorRig rig)
    {
        var home = ModeratorRig.Server(ModeratorRig.Home);
        return string.Join('\n', (string[])
        [
            .. rig.Get<LectureShelf>().List(home, null, 0, 50).Lectures.Select(static lecture => lecture.ToString()),
            .. rig.Get<AuditLog>().Page(home, 0, 100).Select(static entry => entry.ToString()),
            .. rig.Get<ServerNames>().All(home), .. rig.Get<SavedQuestions>().All(home).Select(static question => question.ToString()),
            .. rig.Get<AskedQuestions>().Unanswered(home).Select(static group => group.Text), rig.Get<ReindexJobs>().Status(home).ToString(),
            rig.Get<DraftStore>().Count(home).ToString(System.Globalization.CultureInfo.InvariantCulture), (rig.Get<Bot.Library.Settings>().Get(home) with { Channels = [] }).ToString(),
        ]);
    }

    private static bool IsRefused(JsonObject answer, string text) => ClioRig.Type(answer) == 8
        ? answer["data"]!["choices"]!.AsArray().Count == 0
        : text.Contains("for the moderators of this server", StringComparison.Ordinal) || text.Contains("nowhere else", StringComparison.Ordinal);

    private sealed record Material(string Lecture, string Batch, string Draft, long Question)
    {
        public static Material Example { get; } = new("abcdefghij234567", "abcdefghij", "abcdefghij000", 1);
    }
}
