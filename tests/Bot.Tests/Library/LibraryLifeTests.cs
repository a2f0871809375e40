using Bot.Library;
using Bot.Storage;

namespace Bot.Tests.Library;

/// <summary>What happens to a library over days: removal, undo, erasure, and a server that Clio leaves.</summary>
public sealed class LibraryLifeTests : IDisposable
{
    private const string Quill = "General Ombra of Zentavia crossed the river Quill with nine thousand men. In spring the city of Marlow fell to him.\n";

    private static readonly ServerId One = LibraryRig.Server(1);
    private static readonly ServerId Two = LibraryRig.Server(2);

    private readonly LibraryRig rig = new();

    public void Dispose() => rig.Dispose();

    [Fact]
    public async Task A_removed_lecture_is_gone_at_once_and_comes_back_within_30_days()
    {
        var lecture = await rig.PublishAsync(One, "The Quill", Quill);

        var removed = Assert.IsType<RemoveResult.Removed>(await rig.RemoveAsync(One, lecture.Id));
        Assert.Empty(rig.Titles(One, "Who crossed the river Quill?"));
        Assert.Equal(rig.Time.GetUtcNow().AddDays(30), removed.UndoUntil);

        rig.Time.Advance(TimeSpan.FromDays(29));
        await rig.Get<GuildSweep>().SweepAsync([One.Value], LibraryRig.Stop);
        Assert.IsType<RestoreResult.Restored>(await rig.Get<LectureChanges>().RestoreAsync(One, LibraryRig.Moderator, lecture.Id, null, LibraryRig.Stop));
        Assert.Equal(["The Quill"], rig.Titles(One, "Who crossed the river Quill?"));
    }

    [Fact]
    public async Task An_undone_removal_brings_back_the_version_that_was_published_and_not_the_newest()
    {
        var lecture = await rig.PublishAsync(One, "The Quill", Quill);
        await rig.PublishAsync(One, "The Quill", "General Ombra never crossed the Quill. He stayed in Marlow for nine winters.\n");
        await rig.Get<LectureChanges>().RestoreAsync(One, LibraryRig.Moderator, lecture.Id, 1, LibraryRig.Stop);
        await rig.RemoveAsync(One, lecture.Id);
        Assert.Equal(1, Assert.Single(rig.Get<LectureStore>().Removed(One)).Version.Number);

        var restored = Assert.IsType<RestoreResult.Restored>(await rig.Get<LectureChanges>().RestoreAsync(One, LibraryRig.Moderator, lecture.Id, null, LibraryRig.Stop));

        Assert.Equal(1, restored.Lecture.Version);
        Assert.Contains("nine thousand", rig.Ask(One, "Who crossed the river Quill?").Excerpts[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_30_days_nothing_is_left_of_a_removed_lecture()
    {
        var lecture = await rig.PublishAsync(One, "The Quill", Quill);
        await rig.RemoveAsync(One, lecture.Id);

        rig.Time.Advance(TimeSpan.FromDays(31));
        await rig.Get<GuildSweep>().SweepAsync([One.Value], LibraryRig.Stop);

        Assert.IsType<RestoreResult.NotHere>(await rig.Get<LectureChanges>().RestoreAsync(One, LibraryRig.Moderator, lecture.Id, null, LibraryRig.Stop));
        Assert.Equal(0, rig.Get<LectureStore>().BytesOf(One));
        Assert.DoesNotContain("Zentavia", AllBytes(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lecture_of_another_server_or_of_the_folder_cannot_be_removed_or_restored()
    {
        await rig.ShareAsync("shared.txt", "The Republic of Amber was founded by seven sisters in the year 1411.\n");
        var lecture = await rig.PublishAsync(One, "The Quill", Quill);
        var shared = rig.Get<LectureShelf>().List(Two, "shared", 0, 10).Lectures[0];

        Assert.IsType<RemoveResult.NotHere>(await rig.RemoveAsync(Two, lecture.Id));
        Assert.IsType<RestoreResult.NotHere>(await rig.Get<LectureChanges>().RestoreAsync(Two, LibraryRig.Moderator, lecture.Id, 1, LibraryRig.Stop));
        Assert.Null(rig.Get<LectureShelf>().Show(Two, lecture.Id));
        Assert.IsType<RemoveResult.NotYours>(await rig.RemoveAsync(Two, shared.Id));
        Assert.IsType<ChangeResult.Refused>(rig.Get<SavedQuestions>().Add(Two, LibraryRig.Moderator, "Who crossed the Quill?", lecture.Id));
        Assert.Equal(["The Quill"], rig.Titles(One, "Who crossed the river Quill?"));
    }

    [Fact]
    public async Task A_server_that_two_lists_lack_is_erased_after_30_days_and_one_that_comes_back_is_not()
    {
        await rig.PublishAsync(One, "The Quill", Quill);
        await rig.PublishAsync(Two, "The Quill", Quill);
        var sweep = rig.Get<GuildSweep>();

        for (var day = 0; day < 30; day++)
        {
            Assert.Equal(0, await sweep.SweepAsync(day == 15 ? [Two.Value] : [], LibraryRig.Stop));
            rig.Time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(1, await sweep.SweepAsync([], LibraryRig.Stop));
        Assert.False(Directory.Exists(rig.Get<OpenIndexes>().FolderOf(One)));
        Assert.Empty(rig.Titles(One, "Who crossed the river Quill?"));
        Assert.Equal(["The Quill"], rig.Titles(Two, "Who crossed the river Quill?"));
    }

    [Fact]
    public async Task One_list_that_lacks_a_server_proves_nothing()
    {
        await rig.PublishAsync(One, "The Quill", Quill);
        await rig.Get<GuildSweep>().SweepAsync([], LibraryRig.Stop);
        await rig.Get<GuildSweep>().SweepAsync([One.Value], LibraryRig.Stop);
        rig.Time.Advance(TimeSpan.FromDays(60));

        Assert.Equal(0, await rig.Get<GuildSweep>().SweepAsync([], LibraryRig.Stop));
    }

    [Fact]
    public async Task Erasing_a_server_leaves_no_byte_of_it()
    {
        await rig.PublishAsync(One, "The Quill", Quill);
        rig.Get<AskedQuestions>().Asked(One, "5", "Who was the Zentavia general?", QuestionOutcome.NotFound, 0.1, null);
        rig.Get<ServerNames>().Add(One, LibraryRig.Moderator, "Zentavia = Zent");

        await rig.Get<Erasure>().ServerAsync(One, LibraryRig.Stop);

        Assert.DoesNotContain("Zentavia", AllBytes(), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(rig.Get<AuditLog>().Page(One, 0, 10));
    }

    [Fact]
    public void Erasing_a_user_takes_their_questions_and_ratings_in_every_server_and_nobody_elses()
    {
        var asked = rig.Get<AskedQuestions>();
        asked.Asked(One, "5", "Who was Ombra?", QuestionOutcome.NotFound, 0.1, null);
        asked.Asked(Two, "5", "Who was Ombra?", QuestionOutcome.NotFound, 0.1, null);
        asked.Asked(One, "6", "Who was Ondine?", QuestionOutcome.NotFound, 0.1, null);
        asked.Rated(One, "5", "Who was Ombra?", "p", "words", isHelpful: false);

        Assert.Equal(3, rig.Get<Erasure>().User("5"));

        Assert.Equal("Who was Ondine?", Assert.Single(asked.Unanswered(One)).Text);
        Assert.Empty(asked.Unanswered(Two));
        Assert.Empty(asked.NotHelpful(One));
    }

    [Fact]
    public void A_user_is_another_in_every_server_and_no_id_is_stored()
    {
        rig.Get<AskedQuestions>().Asked(One, "123456789012345678", "Who was Ombra?", QuestionOutcome.NotFound, 0.1, null);

        Assert.NotEqual(rig.Get<UserHash>().Of(One, "5"), rig.Get<UserHash>().Of(Two, "5"));
        Assert.DoesNotContain("123456789012345678", AllBytes(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_are_kept_as_long_as_the_server_wants()
    {
        rig.Get<Settings>().Change(One, LibraryRig.Moderator, static settings => settings with { RetentionDays = 7 });
        rig.Get<AskedQuestions>().Asked(One, "5", "Who was Ombra?", QuestionOutcome.NotFound, 0.1, null);
        rig.Get<AskedQuestions>().Asked(Two, "5", "Who was Ombra?", QuestionOutcome.NotFound, 0.1, null);
        rig.Time.Advance(TimeSpan.FromDays(8));

        await rig.Get<GuildSweep>().SweepAsync([One.Value, Two.Value], LibraryRig.Stop);

        Assert.Empty(rig.Get<AskedQuestions>().Unanswered(One));
        Assert.Single(rig.Get<AskedQuestions>().Unanswered(Two));
    }

    [Fact]
    public void Questions_that_ask_for_the_same_stand_together_the_most_asked_first()
    {
        var asked = rig.Get<AskedQuestions>();
        foreach (var question in new[] { "When did Marlow fall?", "Who was Queen Ondine?", "Tell me about queen Ondine" })
        {
            asked.Asked(One, "5", question, QuestionOutcome.NotFound, 0.1, null);
            rig.Time.Advance(TimeSpan.FromMinutes(1));
        }

        var groups = asked.Unanswered(One);
        Assert.Equal([("Tell me about queen Ondine", 2), ("When did Marlow fall?", 1)], groups.Select(static group => (group.Text, group.Questions.Count)));

        Assert.Equal(2, asked.MarkHandled(One, LibraryRig.Moderator, [.. groups[0].Questions.Select(static question => question.Id)]));
        Assert.Equal(0, asked.MarkHandled(Two, LibraryRig.Moderator, [.. groups[1].Questions.Select(static question => question.Id)]));
        Assert.Single(asked.Unanswered(One));
        Assert.Equal([0, 3], asked.Weeks(One, 2).Select(static week => week.Asked));
    }

    [Fact]
    public async Task A_servers_names_count_for_that_server_alone_and_at_once()
    {
        await rig.ShareAsync("shared.txt", "Queen Ondine rebuilt the harbour of Marlow in two summers.\n\nThe bishop of Tarn counted his sheep.\n");
        Assert.IsType<ChangeResult.Changed>(rig.Get<ServerNames>().Add(One, LibraryRig.Moderator, "the Pearl = Ondine"));

        Assert.Contains("Ondine", rig.Ask(One, "What did the Pearl do?").Excerpts[0].Text, StringComparison.Ordinal);
        Assert.Empty(rig.Ask(Two, "What did the Pearl do?").Excerpts);

        Assert.IsType<ChangeResult.Changed>(rig.Get<ServerNames>().Remove(One, LibraryRig.Moderator, "the pearl = ondine"));
        Assert.Empty(rig.Ask(One, "What did the Pearl do?").Excerpts);
    }

    [Fact]
    public async Task A_lecture_given_twice_is_quoted_once()
    {
        using var rig = new LibraryRig();
        const string Told = "Queen Ondine rebuilt the harbour of Marlow in two summers.\n";
        await rig.ShareAsync("first.txt", Told + "\nThe bishop of Tarn counted his sheep.\n");
        await rig.ShareAsync("again.txt", Told + "\nIn Osk the bridges were of wood and burned every spring.\n");

        var excerpts = rig.Ask(One, "Who rebuilt the harbour of Marlow?").Excerpts;

        Assert.Single(excerpts, static excerpt => excerpt.Text.Contains("Ondine", StringComparison.Ordinal));
    }

    [Fact]
    public void Settings_outside_their_limits_are_moved_inside_and_every_change_is_written_down()
    {
        var changed = rig.Get<Settings>().Change(One, LibraryRig.Moderator, static settings => settings with { Excerpts = 99, Threshold = double.NaN, RetentionDays = -1 });

        Assert.Equal((5, 0.9, 1), (changed.Excerpts, changed.Threshold, changed.RetentionDays));
        Assert.Equal(changed, rig.Get<Settings>().Get(One) with { Channels = changed.Channels });
        Assert.Equal(ServerSettings.Default, rig.Get<Settings>().Get(Two));
        Assert.Equal(3, rig.Get<AuditLog>().Page(One, 0, 10).Count);
    }

    private string AllBytes() => string.Concat(new DirectoryInfo(Path.Combine(rig.Home, "index", "store")).EnumerateFiles("*", SearchOption.AllDirectories).Select(static file =>
    {
        using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return reader.ReadToEnd();
    }));
}
